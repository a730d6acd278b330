import { describe, expect, it } from 'vitest'
import { builtIn, renderIndex } from '../../server/core/index.ts'
import { markings, palettes } from '../../server/core/preview/style.ts'
import { contrast } from '../support/contrast.ts'
import { decoded, exampleFiles, pageOf, pagesOf, tagsOf, visibleText } from './preview-pages.ts'

const pages = await pagesOf(exampleFiles())
const all = [...pages]

describe.each(Object.entries(palettes))('the colours of %s', (_, palette) => {
  it('can be read: text at 4.5 to 1 at least on all that it stands on', () => {
    for (const ground of [palette.paper, palette.tint, palette.ground]) {
      for (const words of [palette.ink, palette.quiet, palette.link, palette.accent])
        expect(contrast(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('a marking', () => {
  it('has the colours of the protocol, which can be read on black', () => {
    expect(Object.values(markings).map(({ label, colour }) => [label, colour])).toEqual(
      builtIn.handling.tlp.map(({ label, colour }) => [label, colour]),
    )
    for (const { colour } of Object.values(markings)) expect(contrast(colour, '#000000')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(builtIn.handling.tlp)('says $label in words, above and below', ({ label, definition }) => {
    const words = visibleText(pageOf('brief', { title: 'T', handling: { tlp: label, marking: 'OFFICIAL' } }))
    expect(words.split(`Handling: ${label} OFFICIAL ${definition}`)).toHaveLength(3)
  })

  it('is left out where there is none, and printed as typed where it is not of the protocol', () => {
    expect(visibleText(pageOf('brief', { title: 'T' }))).not.toContain('Handling')
    expect(visibleText(pageOf('brief', { handling: { tlp: 'TLP:WHITE' } }))).toContain('Handling: TLP:WHITE')
  })
})

describe('every page of the examples', () => {
  it('is there', () => expect(all.length).toBeGreaterThan(20))

  it.each(all)('%s has an outline without gaps and one title', (_, html) => {
    const levels = tagsOf(html).flatMap(({ name, closing }) => (/^h[1-6]$/.test(name) && !closing ? [Number(name[1])] : []))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
  })

  it.each(all)('%s has its landmarks once, and names the navigation', (_, html) => {
    const names = tagsOf(html).flatMap(({ name, closing }) => (closing ? [] : [name]))
    for (const name of ['header', 'main', 'footer']) expect(names.filter((other) => other === name)).toHaveLength(1)
    for (const nav of tagsOf(html).filter(({ name, closing }) => name === 'nav' && !closing))
      expect(html).toContain(`id="${nav.attributes['aria-labelledby']}"`)
  })

  it.each(all)('%s has links inside that lead somewhere, and no id twice', (_, html) => {
    const ids = tagsOf(html).flatMap(({ attributes }) => attributes['id'] ?? [])
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const inside = tagsOf(html).flatMap(({ attributes }) => (attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []))
    expect(inside.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(all)('%s links to pages that there are', (_, html) => {
    const beside = tagsOf(html).flatMap(({ attributes }) => /^([^:]+)\.html$/.exec(attributes['href'] ?? '')?.[1] ?? [])
    expect(beside.filter((id) => !pages.has(id))).toEqual([])
  })

  it.each(all)('%s has tables with a caption and headers that say for what', (_, html) => {
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      const headers = tagsOf(table).filter(({ name, closing }) => name === 'th' && !closing)
      expect(headers.length).toBeGreaterThan(1)
      expect(headers.filter(({ attributes }) => attributes['scope'] !== 'col' && attributes['scope'] !== 'row')).toEqual([])
    }
  })

  it.each(all)('%s closes what it opens', (_, html) => {
    const open: string[] = []
    for (const { name, closing } of tagsOf(html)) {
      if (['meta', 'br', 'hr', 'wbr'].includes(name)) continue
      if (closing) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  it('tells names, not codes', () => {
    const text = all.map(([, html]) => visibleText(html)).join(' ')
    for (const code of ['JPN', 'GBR', 'key-leader-engagement', 'field-training', 'perceived-aggression', 'at-least', 'press-release'])
      expect(new RegExp(`\\b${code}\\b`).test(text), code).toBe(false)
    expect(text).toContain('Philippines')
  })
})

describe('language', () => {
  const html = (language: string | undefined) =>
    tagsOf(pageOf('brief', { title: 'T', ...(language === undefined ? {} : { language }) })).find(({ name }) => name === 'html')?.attributes

  it.each([
    ['en-GB', 'en-GB', 'ltr'],
    ['ar', 'ar', 'rtl'],
    ['he-IL', 'he-IL', 'rtl'],
    ['az-Arab', 'az-Arab', 'rtl'],
    ['ks-Latn', 'ks-Latn', 'ltr'],
    ['arn', 'arn', 'ltr'],
    [undefined, 'en', 'ltr'],
    ['not a tag"', 'en', 'ltr'],
  ])('%s', (language, lang, dir) => expect(html(language)).toMatchObject({ lang, dir }))

  it('of a title that is in another one is said', () => {
    expect(pageOf('brief', { sources: { a: { title: 'Geiseln', language: 'de' } } })).toContain('<bdi lang="de">Geiseln</bdi>')
  })
})

describe('the list of pages', () => {
  const entry = { title: 'T', id: 'a', about: 'Hotline' }
  const html = renderIndex([
    { ...entry, href: 'old.html', kind: 'engagement', title: 'Old', date: '1999' },
    { ...entry, href: 'none.html', kind: 'engagement', title: 'Undated', date: undefined },
    { ...entry, href: 'new.html', kind: 'engagement', title: 'New', date: '2024-05-01' },
    { ...entry, href: 'sub/brief-1.html', kind: 'brief', title: 'A brief', date: '2025-02-10', about: 'Action memo' },
    { ...entry, href: 'javascript:alert(1)', kind: 'brief', title: 'Odd', date: '2020' },
  ])

  it('has briefs first, then engagements, the latest on top', () => {
    const links = tagsOf(html).flatMap(({ attributes }) => (attributes['href']?.endsWith('.html') ? [attributes['href']] : []))
    expect(links).toEqual(['sub/brief-1.html', 'new.html', 'old.html', 'none.html'])
  })

  it('tells what each is about and when it was', () => {
    expect(visibleText(html)).toContain('A brief a Action memo · 10 February 2025')
    expect(visibleText(html)).toContain('Undated a Hotline')
  })

  it('links to pages alone', () => expect(decoded(html)).not.toContain('javascript:'))

  it('of no page says so', () => expect(visibleText(renderIndex([]))).toContain('There is no page here yet.'))
})
