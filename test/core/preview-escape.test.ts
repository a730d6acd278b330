import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Brief, type Engagement, networkPage, renderIndex, type Schema, schemas } from '../../server/core/index.ts'
import { types } from '../../server/core/schema/schema.ts'
import type { Entry } from '../../server/core/workspace/portfolio.ts'
import { decoded, emptyContext, pageOf, type Tag, tagsOf, visibleText } from './preview-pages.ts'

/** All that a page may consist of; `style`, `on…` and `src` are not among it. */
const tags = new Set(
  'html head meta title style body a header main aside footer nav section div p h1 h2 h3 h4 h5 h6 dl dt dd ol ul li table caption thead tbody tr th td span strong em bdi sup code pre blockquote hr br wbr figure figcaption details summary svg g rect line circle path text defs pattern form label select option input button'.split(
    ' ',
  ),
)
const attributes = new Set(
  [
    'charset http-equiv content name lang dir class id href role scope start tabindex aria-label aria-labelledby aria-describedby aria-hidden data-label data-at',
    'for value type checked selected',
    'width height viewBox font-family x y x1 y1 x2 y2 cx cy r rx d fill stroke stroke-width stroke-dasharray font-size font-weight text-anchor transform patternUnits',
  ].flatMap((names) => names.split(' ')),
)
const address = /^(?:https?:\/\/|mailto:|#|(?!\/\/)[^:<>"\s]+$)/i

/** What a page holds beside its own tags; empty where all is well. */
function strange(html: string): readonly string[] {
  const found = tagsOf(html)
  const foreign = found.filter(
    (tag) => !tags.has(tag.name) || Object.keys(tag.attributes).some((name) => !attributes.has(name)) || !isSafe(tag),
  )
  const loose = html
    .replace('<!doctype html>', '')
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^<>]*>/g, '')
  return [...foreign.map((tag) => JSON.stringify(tag)), ...(/[<>]/.test(loose) ? ['a loose bracket'] : [])]
}

function isSafe({ name, attributes: given }: Tag): boolean {
  return name !== 'a' || given['href'] === undefined || address.test(decoded(given['href']))
}

const attempts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="position:fixed" x="',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea></noscript><iframe src=//example.org>',
  '<!-- <b> -->',
  '<![CDATA[<b>]]>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java\tscript:alert(1))',
  '[click](&#106;avascript:alert(1))',
  '[click](data:text/html,<script>alert(1)</script>)',
  '[click](vbscript:x)',
  '[click](//example.org)',
  '[click](file:///etc/passwd)',
  '[click](https://example.org/" onclick="alert(1))',
  '[click](<https://example.org/"><script>>)',
  '[click][1]\n\n[1]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![picture](https://example.org/x.png)',
  '![<b>](x "t")',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '`</code><script>`',
  '    </code><b>',
  '# </h2><script>',
  '[@"><script>alert(1)</script>]',
  '[@x" id="y]',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u0000<b>\u0008',
  '\ud800<b>',
]

/** A value in which every field that takes words holds the same; `own` keys keep a map's entries apart from its words. */
function filled(schema: Schema, words: string): unknown {
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => [key, filled(inner, words)]))
  if (schema.items) return [filled(schema.items, words), ...(schema.items.type?.includes('string') ? [words] : [])]
  if (typeof schema.additionalProperties === 'object')
    return { [words]: filled(schema.additionalProperties, words), own: filled(schema.additionalProperties, words) }
  return types(schema).includes('string') && schema['x-enumeration'] === undefined ? words : undefined
}

const pages = (words: string) => [
  pageOf('brief', filledPage('brief', words)),
  pageOf('brief', filledPage('brief', words), {
    ...emptyContext,
    editor: { findings: [{ rule: words, severity: 'error', message: words, at: { path: [words, 1] } }] },
  }),
  pageOf('engagement', filledPage('engagement', words)),
  indexOf(words),
  networkOf(words, []),
  networkOf(words, ['country', 'type', 'from', words]),
]

function filledPage(kind: 'brief' | 'engagement', words: string): Brief | Engagement {
  return filled(schemas[kind], words) as Brief | Engagement
}

function indexOf(words: string): string {
  return renderIndex([
    { href: words, kind: 'brief', title: words, id: words, date: words, about: words },
    { href: 'a.html', kind: 'engagement', title: words, id: words, date: undefined, about: words },
  ])
}

/** With the words as what an engagement says, and as what somebody chose under these names. */
function networkOf(words: string, names: readonly string[]): string {
  const facts = { countries: [words], organizations: [words], roles: { [words]: words }, functions: [words], themes: [words] }
  const engagement = { ...facts, isComplete: true, series: words, scale: {}, forms: [], agreement: undefined }
  const entries = ['a', 'b'].map((id) => ({
    ...entryOf(id),
    title: words,
    type: words,
    start: words,
    engagement: { ...engagement, iteration: 1, isLiveFire: false, isDisputed: false, spot: { name: words, lat: 1, lon: 1 } },
  }))
  const chosen = names.map((name) => [name, words] as const)
  return networkPage(entries, chosen, emptyContext).html
}

describe('what a field holds never becomes a tag', () => {
  it('is tried in every field that takes words', () => {
    for (const kind of ['brief', 'engagement'] as const)
      expect(JSON.stringify(filledPage(kind, 'Zq')).split('Zq').length).toBeGreaterThan(80)
  })

  it.each(attempts)('%j', (attempt) => {
    for (const html of pages(attempt)) expect(strange(html)).toEqual([])
  })

  it.each(attempts.filter((attempt) => !/[\u0000-\u0008\ud800]/.test(attempt)))(
    '%j is still there to be read, as the words that it is',
    (attempt) => {
      const words = attempt.replace(/\s+/g, ' ')
      expect(decoded(/<title>([^<]*)<\/title>/.exec(pageOf('brief', { title: attempt }))?.[1] ?? '')).toBe(attempt)
      expect(visibleText(pageOf('engagement', { participants: [{ name: attempt }] }))).toContain(words)
      expect(visibleText(indexOf(attempt))).toContain(words)
    },
  )

  it('holds for any text', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...attempts, '<', '>', '"', "'", '&', '`', '[@', ']', '](', '\n\n', '- ', '> ', '\\'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        for (const html of pages(parts.join(''))) expect(strange(html)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is noticed where it does not hold', () => {
    expect(strange('<p><script>x</script></p>').length).toBeGreaterThan(0)
    expect(strange('<p onclick="x">a</p>').length).toBeGreaterThan(0)
    expect(strange('<p><a href="javascript:x">a</a></p>').length).toBeGreaterThan(0)
    expect(strange('<p>a < b</p>')).toEqual(['a loose bracket'])
  })
})

function entryOf(id: string): Entry {
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const unsaid = {
    type: undefined,
    status: undefined,
    start: undefined,
    end: undefined,
    date: undefined,
    tlp: undefined,
    marking: undefined,
    stage: undefined,
    engagement: undefined,
    places: {},
  }
  return { path: 'a.engagement.yaml', index: 0, kind: 'engagement', id, title: 'T', ...unsaid, idRange: place, tlpRange: place }
}

describe('a page', () => {
  const html = pageOf('brief', filledPage('brief', 'words'))

  it('loads nothing, runs nothing and allows no more than its own styles', () => {
    const policy = tagsOf(html).find((tag) => tag.attributes['http-equiv'] !== undefined)?.attributes['content']
    expect(decoded(policy ?? '')).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    expect(tagsOf(html).filter(({ name }) => ['script', 'img', 'link', 'iframe', 'object', 'base', 'form'].includes(name))).toEqual([])
    expect(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1]).not.toMatch(/url\(|@import|<|expression/)
  })

  it('makes page links of true ids alone', () => {
    const odd = ['javascript:alert(1)//', '../secret', 'a b', 'A', '', '"']
    for (const id of odd) {
      const context = { ...emptyContext, portfolio: { ...emptyContext.portfolio, defined: () => [entryOf(id)] } }
      expect(tagsOf(pageOf('brief', { engagements: [id] }, context)).filter((tag) => tag.attributes['href']?.endsWith('.html'))).toEqual([])
    }
  })
})
