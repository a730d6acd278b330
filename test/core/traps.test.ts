import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAnnotated } from '../support/check.ts'

const folder = new URL('./traps/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

describe('what YAML and half-typed text do', () => {
  it('has fixtures', () => expect(names.length).toBeGreaterThan(8))
  it.each(names)('%s', async (name) => {
    await checkAnnotated(new URL(name, folder))
  })
})
