import { expect, it } from 'vitest'
import type { Connection } from 'vscode-languageserver'
import { createPublisher } from '../../server/lsp/publisher.ts'

/** A publisher in front of an editor in which one file is open, and the files in the order in which they were told. */
function publisherWith(open: string) {
  const told: string[] = []
  const publisher = createPublisher({
    connection: {} as Connection,
    office: { changed: async (paths) => ({ paths, isShared: false }) },
    buffers: { text: (path) => (path === open ? 'text' : undefined) },
    tell: async (path) => {
      told.push(path)
    },
    onChange: () => undefined,
  })
  return { publisher, told }
}

it('tells of the text at hand before the rest of a large workspace', async () => {
  const others = Array.from({ length: 50 }, (_, i) => `/e${i}`)
  const { publisher, told } = publisherWith('/mine')
  publisher.check(others)
  publisher.check(['/mine'])
  await expect.poll(() => told.length).toBe(51)
  expect(told.indexOf('/mine')).toBeLessThan(2)
})

it('tells of a waiting file once, however often it was asked to', async () => {
  const { publisher, told } = publisherWith('/mine')
  for (let i = 0; i < 5; i++) publisher.check(['/first', '/a', '/b', '/last'])
  await expect.poll(() => told.length).toBe(5)
  // The first was being told of already when it was asked for again, and may have changed meanwhile.
  expect(told.filter((path) => path !== '/first')).toEqual(['/a', '/b', '/last'])
})
