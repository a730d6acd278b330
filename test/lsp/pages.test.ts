import { describe, expect, it, vi } from 'vitest'
import type { Editor } from '../support/editor.ts'
import { brief, engagement, started } from '../support/served.ts'

const ask = (e: Editor, method: string, params: object) => e.connection.sendRequest<never>(method, params)

describe('pages that an editor asks for', () => {
  it('are answered with a preview, a status, a page of a rule and a summary', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    e.open('talks.brief.yaml', brief('visit').replace('Keep talking', 'Talk on'))
    const uri = e.uri('talks.brief.yaml')
    expect(await ask(e, 'chancery/preview', { uri })).toMatchObject({
      title: 'Talk on',
      incomplete: false,
      html: expect.stringContaining('<h1'),
    })
    expect(await ask(e, 'chancery/status', { uri })).toMatchObject({ errors: 0, warnings: 0, limit: 900, words: expect.any(Number) })
    expect(await ask(e, 'chancery/explain', { rule: 'rec-owner' })).toMatchObject({ markdown: expect.stringContaining('rec-owner') })
    expect(await ask(e, 'chancery/explain', { rule: 'no-such-rule' })).toBeNull()
    expect(await ask(e, 'chancery/lintWorkspace', {})).toEqual({ files: 2, errors: 0, warnings: 0, infos: 0, hints: 0 })
  })

  it('show all engagements or those that were chosen, as they are typed, and know where each is kept', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    const shows = (name: string) => ({ all: 1, shown: 1, html: expect.stringContaining(name) })
    expect(await ask(e, 'chancery/network', { chosen: [] })).toMatchObject(shows('visit.html'))
    expect(await ask(e, 'chancery/network', { chosen: [['country', 'TON']] })).toMatchObject({ all: 1, shown: 0 })
    e.open('visit.engagement.yaml', engagement('other'))
    await vi.waitFor(async () => expect(await ask(e, 'chancery/network', { chosen: [] })).toMatchObject(shows('other.html')))
    const place = { uri: e.uri('visit.engagement.yaml'), position: { line: 1 } }
    expect(await ask(e, 'chancery/whereabouts', { id: 'other' })).toMatchObject(place)
    expect(await ask(e, 'chancery/whereabouts', { id: 'visit' })).toBeNull()
  })

  it.each([
    ['docx', 'PK', 'talks.docx'],
    ['pdf', '%PDF-1.7', 'talks.pdf'],
    ['html', '<!doctype html>', 'talks.html'],
    ['markdown', '---', 'talks.md'],
  ])('give a brief as %s', async (form, start, name) => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    const result = await ask(e, 'chancery/export', { uri: e.uri('talks.brief.yaml'), form, isForced: false })
    expect(result).toMatchObject({ done: true, name, notices: [] })
    const { content } = result as { readonly content: string }
    expect(Buffer.from(content, 'base64').toString('latin1').startsWith(start)).toBe(true)
  })

  it('say why a brief with errors is no document yet, and give it to whoever insists', async () => {
    const e = await started({ 'talks.brief.yaml': brief('nobody-knows-it') })
    const uri = e.uri('talks.brief.yaml')
    const refused = { done: false, isForceable: true, reasons: expect.arrayContaining([expect.stringMatching(/^Line \d+: /)]) }
    expect(await ask(e, 'chancery/export', { uri, form: 'html', isForced: false })).toMatchObject(refused)
    expect(await ask(e, 'chancery/export', { uri, form: 'html', isForced: true })).toMatchObject({ done: true })
    const template = Buffer.from('none').toString('base64')
    expect(await ask(e, 'chancery/export', { uri, form: 'docx', isForced: true, template })).toMatchObject({
      done: false,
      isForceable: false,
    })
  })

  it('show the text that a brief takes in, and lead from it to where it is named', async () => {
    const house =
      'chancery: snippets/1\nid: house\nversion: 1\nsnippets:\n  - { id: note, scope: [brief.annexes], text: From open sources. }\n'
    const text = `${brief('visit')}snippets:\n  - { use: house/note }\n`
    const e = await started({ 'talks.brief.yaml': text, 'house.snippets.yaml': house })
    const page = (await ask(e, 'chancery/preview', { uri: e.uri('talks.brief.yaml') })) as {
      readonly html: string
      readonly places: unknown
    }
    expect(page.html).toContain('From open sources.')
    expect(page.places).toEqual(expect.arrayContaining([['annexes/0/text@0', text.split('\n').length - 1, expect.any(Number)]]))
  })

  it('tell the length of a brief, by the limits of its profile and of the workspace', async () => {
    const long = brief('visit')
    const config =
      'chancery: config/1\nprofile: idrc\noverrides:\n  - { files: ["*"], stage: draft, rules: { bluf-length: { words: 3 } } }\n'
    const texts = {
      'a.brief.yaml': long,
      'own/chancery.yaml': config,
      'own/b.brief.yaml': long.replace(/^profile.*\n/m, '').replace('talk again.', `talk again. ${'word '.repeat(800)}`),
    }
    const e = await started(texts)
    const lengths = async (path: string) => ask(e, 'chancery/status', { uri: e.uri(path) })
    expect(await lengths('a.brief.yaml')).toMatchObject({ limit: 900, minutes: 1, bluf: { words: 5, limit: 60 } })
    expect(await lengths('own/b.brief.yaml')).toMatchObject({ limit: 1500, minutes: 3, bluf: { words: 805, limit: 3 } })
    expect(await lengths('own/chancery.yaml')).toEqual({ errors: 0, warnings: 0, infos: 0, hints: 0 })
  })
})
