/** Widths of letters of a wide sans serif, as shares of the type size: the core has no fonts to ask, and what is too wide a guess only leaves room. */
const widths: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[iljtf.,:;'’|!()[\] rI]/u, 0.32],
  [/[mwMW@%—]/u, 0.88],
  [/[\p{Lu}&]/u, 0.68],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u, 1],
  [/\p{M}/u, 0],
]

/** How wide a line of words is likely to be, in the unit of `size`; rather too wide than too narrow. */
export function textWidth(words: string, size: number): number {
  let sum = 0
  for (const letter of words) sum += widths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.6
  return sum * size * 1.1
}

/** Words cut to a width behind a whole word where there is one, with an ellipsis where something is left out. */
export function fitted(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words
  const letters = [...words]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop()
  const cut = letters.join('')
  const whole = /\s/.test(words.charAt(cut.length)) ? cut : cut.replace(/\s+\S*$/u, '')
  return `${(whole || cut).trimEnd()}…`
}
