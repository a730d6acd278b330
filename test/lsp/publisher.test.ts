import { expect, it } from 'vitest'
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver'
import type { Buffers } from '../../server/lsp/buffers.ts'
import type { Office } from '../../server/lsp/office.ts'
import { createPublisher } from '../../server/lsp/publisher.ts'

/** A publisher over an office of clean files, one of which is open, and the files in the order in which they were told. */
function publisherWith(open: string) {
  const told: string[] = []
  const connection = {
    sendDiagnostics: async ({ uri }: PublishDiagnosticsParams) => {
      told.push(uri)
    },
  }
  const office = {
    report: async (path: string) => ({ path, text: '', findings: [], suppressed: 0 }),
    room: async () => ({ root: '/', project: undefined, inside: '' }),
  }
  const buffers = {
    text: (path: string) => (path === open ? 'text' : undefined),
    version: () => undefined,
    uri: (path: string) => path,
  }
  const publisher = createPublisher(
    connection as unknown as Connection,
    office as unknown as Office,
    () => true,
    buffers as unknown as Buffers,
  )
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
