import { readFileSync } from 'node:fs'
import { root } from './read.ts'

const begin = '<!-- features: written by "npm run gen" -->'
const end = '<!-- end of features -->'

/** The architecture text with its table of language features made anew from their files. */
export async function featureTable(): Promise<string> {
  // Imported when it is written: a feature that was added a moment ago is in the list.
  const { features } = await import('../../core/features/all.generated.ts')
  const rows = features.map(
    ({ id, summary, requests }) => `| \`${id}\` | ${summary} | ${requests.map(({ method }) => `\`${method}\``).join(', ')} |`,
  )
  const text = readFileSync(new URL('server/README.md', root), 'utf8')
  const [before, after] = [text.indexOf(begin), text.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`server/README.md has lost the marks around its table of features: ${begin} and ${end}`)
  const table = ['| feature | what a writer has of it | requests |', '|---|---|---|', ...rows].join('\n')
  return `${text.slice(0, before)}${begin}\n${table}\n${text.slice(after)}`
}
