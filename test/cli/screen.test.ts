import { describe, expect, it } from 'vitest'
import { progressOn } from '../../server/cli/progress.ts'
import { excerpt } from '../../server/cli/report/excerpt.ts'
import { plain, type Screen, screenOf } from '../../server/cli/terminal.ts'
import { columns, printable, widthOf, wrap } from '../../server/cli/text.ts'

const terminal: Screen = { ...plain, isTerminal: true, width: 60 }

describe('the line of a finding', () => {
  const cases: readonly (readonly [name: string, line: string, from: number, to: number, source: string, carets: string])[] = [
    ['short', 'id: x', 4, 5, 'id: x', '    ^'],
    ['indented', '    - id: abc', 10, 13, '- id: abc', '      ^~~'],
    ['in its indent', '\tid: x', 0, 1, '  id: x', '^~'],
    ['with tabs', 'a:\tb\tc', 5, 6, 'a:  b  c', '       ^'],
    ['at its end', 'title:', 6, 6, 'title:', '      ^'],
    ['wide', 'a: 日本 x', 6, 7, 'a: 日本 x', '        ^'],
    ['marked wide', 'a: 日本', 3, 5, 'a: 日本', '   ^~~~'],
    ['with joined signs', 'a: 👩‍👩‍👧 e\u0301 x', 15, 16, 'a: 👩‍👩‍👧 e\u0301 x', '        ^'],
    ['long, at the start', `abc: ${'x'.repeat(60)}`, 0, 3, `abc: ${'x'.repeat(29)}...`, '^~~'],
    [
      'long, in the middle',
      `${'x'.repeat(60)}abc${'y'.repeat(60)}`,
      60,
      63,
      `...${'x'.repeat(11)}abc${'y'.repeat(20)}...`,
      '              ^~~',
    ],
    ['long, all of it', 'x'.repeat(90), 0, 90, `${'x'.repeat(34)}...`, `^${'~'.repeat(33)}`],
  ]
  it.each(cases)('%s', (_, line, from, to, ...[source, carets]) => {
    expect(excerpt(line, from, to, 40)).toEqual({ source, carets })
  })

  it('is left out where it is blank', () => {
    expect(excerpt('  \t', 0, 1, 40)).toBeUndefined()
  })

  it('is never wider than it may be', () => {
    for (const from of [0, 1, 5, 30, 60, 99, 100, 500, 5000]) {
      for (const line of ['x'.repeat(5000), '日'.repeat(2500), `${'\t'.repeat(100)}x`, 'é 😀 '.repeat(400)]) {
        const { source = '', carets = '' } = excerpt(line, from, from + 20, 40) ?? {}
        expect(widthOf(source)).toBeLessThanOrEqual(40)
        expect(carets.length).toBeLessThanOrEqual(40)
      }
    }
  })
})

describe('text on a screen', () => {
  it('is folded between words', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc'])
    expect(wrap('aaaaaaaa bb', 5)).toEqual(['aaaaaaaa', 'bb'])
    expect(wrap('日本 日本', 8)).toEqual(['日本', '日本'])
  })

  it('stands in columns', () => {
    expect(
      columns(
        [
          ['a', 'one'],
          ['bbb', 'two three four five six seven'],
        ],
        28,
      ),
    ).toBe('  a    one\n  bbb  two three four five\n       six seven')
  })

  it('shows signs that are not to be printed', () => {
    expect(printable('a\tb\u007f\u009b\ud800é\u{1f600}')).toBe('a\u2409b\u2421\ufffd\ufffdé\u{1f600}')
  })
})

describe('a screen', () => {
  const coloured = (screen: Screen) => screen.colors.red('x') !== 'x'
  it.each([
    { stream: { isTTY: true, columns: 100 }, env: {}, colours: true, width: 100 },
    { stream: { isTTY: true }, env: { TERM: 'dumb' }, colours: false, width: 80 },
    { stream: { isTTY: true, columns: 10 }, env: { NO_COLOR: '1' }, colours: false, width: 40 },
    { stream: { isTTY: true, columns: 400 }, env: { NO_COLOR: '' }, colours: true, width: 120 },
    { stream: { columns: 100 }, env: {}, colours: false, width: 80 },
    { stream: {}, env: { FORCE_COLOR: '3' }, colours: true, width: 80 },
    { stream: { isTTY: true }, env: { FORCE_COLOR: '0' }, colours: false, width: 80 },
    { stream: { isTTY: true }, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, colours: false, width: 80 },
  ])('$stream $env', ({ stream, env, colours, width }) => {
    const screen = screenOf(stream, env)
    expect({ colours: coloured(screen), width: screen.width }).toEqual({ colours, width })
  })
})

describe('progress', () => {
  it('shows after a second on a terminal, not too often, and leaves nothing behind', () => {
    const written: string[] = []
    let now = 0
    const progress = progressOn(
      {
        screen: terminal,
        write: (text) => {
          written.push(text)
        },
      },
      () => now,
    )
    const at = (time: number) => {
      now = time
      progress.show('Checking', time, 5000)
    }
    for (const time of [0, 999, 1000, 1050, 1100]) at(time)
    progress.clear()
    progress.clear()
    expect(written).toEqual(['\r\u001b[KChecking 1,000 of 5,000 files ...', '\r\u001b[KChecking 1,100 of 5,000 files ...', '\r\u001b[K'])
  })

  it('shows nothing in a short run, nor on paper', () => {
    const written: string[] = []
    let now = 0
    for (const screen of [terminal, plain]) {
      const progress = progressOn(
        {
          screen,
          write: (text) => {
            written.push(text)
          },
        },
        () => now,
      )
      now += screen === plain ? 10_000 : 500
      progress.show('Checking', 1, 2)
      progress.clear()
    }
    expect(written).toEqual([])
  })
})
