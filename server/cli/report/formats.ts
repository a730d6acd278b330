import { checkstyle } from './checkstyle.ts'
import { github, withoutCommands } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Format } from './run.ts'
import { sarif } from './sarif.ts'
import { stylish } from './stylish.ts'
import { tap } from './tap.ts'
import { unix } from './unix.ts'

/** The formats of a report by their names. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['stylish', stylish],
  ['json', json],
  ['unix', unix],
  ['sarif', sarif],
  ['junit', junit],
  ['github', github],
  ['gitlab', gitlab],
  ['checkstyle', checkstyle],
  ['markdown', markdown],
  ['tap', tap],
  ['html', html],
])

/** What a log of GitHub Actions gets when no format was asked for: the report for people, and annotations. */
export const annotated: { readonly name: string; readonly write: Format } = {
  name: 'stylish and github',
  write: (run, screen) => withoutCommands(stylish(run, screen)) + github(run),
}
