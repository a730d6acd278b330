const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The signs of a text as people see them: a letter with its accents is one, a flag is one. */
export function graphemes(text: string): readonly string[] {
  if (/^[\u0000-\u007f]*$/.test(text)) return [...text]
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** How many columns a sign takes: two for Chinese, Japanese and Korean ones and for pictures, none for an accent on its own. */
export function columnsOf(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\u200b-\u200d]/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

export function widthOf(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + columnsOf(grapheme), 0)
}

/** Folds a text into lines of a width, between words; a word that is longer stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The lines of a text, each behind the same indent. */
export function indented(text: string, width: number, indent: string): string {
  return wrap(text, width - indent.length)
    .map((line) => indent + line)
    .join('\n')
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Rows in columns; the last one is folded under itself. */
export function columns(rows: readonly (readonly string[])[], width: number, indent = '  '): string {
  const count = Math.max(0, ...rows.map((row) => row.length - 1))
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))))
  const left = indent.length + widths.reduce((sum, w) => sum + w + 2, 0)
  return rows
    .map((row) => {
      const head = widths.map((w, i) => `${padded(row[i] ?? '', w)}  `).join('')
      const [first = '', ...rest] = wrap(row.at(-1) ?? '', Math.max(width - left, 20))
      return [indent + head + first, ...rest.map((line) => ' '.repeat(left) + line)].join('\n').trimEnd()
    })
    .join('\n')
}
