import { countryName } from '../schema/names.ts'
import { countryNames } from '../schema/vocabulary.ts'
import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { fold } from '../text/words.ts'
import type { OpenFile } from '../workspace/file.ts'
import { occurrencesIn } from '../workspace/names.ts'
import { aboutCountry } from './about-terms.ts'
import type { Hint, Told } from './hint.ts'

/** The name behind each code of a country, as the house has it. */
export function countryHints(told: Told, within: Span): readonly Hint[] {
  const { context, document } = told
  const { file, project } = context
  const wordsOf = countryReader(told)
  return occurrencesIn(file, project.portfolio).flatMap(({ name, index, span, written }) => {
    // Behind an alias the code is not to be seen.
    const isPlain = span.start === written.start && span.end === written.end
    if (name.kind !== 'country' || index !== document.index || !isPlain) return []
    if (written.end < within.start || within.end < written.start) return []
    const words = wordsOf(name.id)
    if (!words || isSaid(file, written.end, words.names)) return []
    const at = written.end + (/["']/.test(file.text.charAt(written.end)) ? 1 : 0)
    return [{ at, label: words.label, tooltip: words.tooltip }]
  })
}

interface CountryWords extends Omit<Hint, 'at'> {
  /** All its names, made ready for comparing. */
  readonly names: readonly string[]
}

/** A country may stand in a list a hundred times, so its words are put together once. */
function countryReader({ vocabulary, naming }: Told): (code: string) => CountryWords | undefined {
  const known = new Map<string, CountryWords | undefined>()
  const read = (code: string): CountryWords | undefined => {
    const country = vocabulary.countries.get(code)
    if (!country) return undefined
    const label = countryName(country, vocabulary, naming)
    const names = [label, ...countryNames(country)].filter((each) => each.length >= shortest)
    return { label, tooltip: aboutCountry(country, vocabulary, naming), names: names.map((each) => ` ${fold(each)} `) }
  }
  return (code) => {
    if (!known.has(code)) known.set(code, read(code))
    return known.get(code)
  }
}

/** A name of two letters stands in too many words. */
const shortest = 4
/** As far as a writer sees without scrolling. */
const mostOfLine = 300

/** Whether the rest of the line names the country already, in a comment or beside its code. */
function isSaid({ text, lines }: OpenFile, from: number, names: readonly string[]): boolean {
  const end = lines[placeAt(lines, from).line] ?? text.length
  const rest = ` ${fold(text.slice(from, Math.min(end, from + mostOfLine)))} `
  return names.some((name) => rest.includes(name))
}
