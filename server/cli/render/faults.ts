import { type FileReport, lineStarts, placeAt } from '../../core/index.ts'

/** More than these are told by "chancery lint". */
const most = 3

/** Why a file is left out, in a line for the file and one for each of its first errors. */
export function faultLines({ path, text, findings }: FileReport): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const count = errors.length === 1 ? 'an error' : `${errors.length.toLocaleString('en')} errors`
  const starts = lineStarts(text)
  const told = errors.slice(0, most).map(({ span, message }) => `  line ${placeAt(starts, span.start).line}: ${message}`)
  const more = errors.length > most ? [`  "chancery lint ${path}" tells the others.`] : []
  return [`${path} has ${count}, so it was left out. Mend the file, or add --force.`, ...told, ...more]
}
