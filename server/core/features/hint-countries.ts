import { countryName } from '../schema/names.ts'
import { countryNames } from '../schema/vocabulary.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { fold } from '../text/words.ts'
import { occurrencesIn } from '../workspace/names.ts'
import { aboutCountry } from './about-terms.ts'
import type { Hint, Told } from './hint.ts'

/** The name behind each code of a country, as the house has it. */
export function countryHints(told: Told, within: Span): readonly Hint[] {
  const { context, document, vocabulary, naming } = told
  const { file, project } = context
  return occurrencesIn(file, project.portfolio).flatMap(({ name, index, span, written }) => {
    const country = name.kind === 'country' && index === document.index ? vocabulary.countries.get(name.id) : undefined
    // Behind an alias the code is not to be seen.
    const isPlain = span.start === written.start && span.end === written.end
    if (!country || !isPlain || written.end < within.start || within.end < written.start) return []
    const label = countryName(country, vocabulary, naming)
    if (isSaid(file.text, written.end, [label, ...countryNames(country)])) return []
    const at = written.end + (/["']/.test(file.text.charAt(written.end)) ? 1 : 0)
    return [{ at, label, tooltip: aboutCountry(country, vocabulary, naming) }]
  })
}

/** As far as a writer sees without scrolling. */
const mostOfLine = 300
/** A name of two letters stands in too many words. */
const shortest = 4

/** Whether the rest of the line names the country already, in a comment or beside its code. */
function isSaid(text: string, from: number, names: readonly string[]): boolean {
  const rest = ` ${fold(text.slice(from, Math.min(lineAround(text, from).end, from + mostOfLine)))} `
  return names.some((name) => name.length >= shortest && rest.includes(` ${fold(name)} `))
}
