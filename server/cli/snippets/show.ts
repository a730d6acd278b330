import { houseOf, indented, isBuiltIn, nearest, portfolioAt, type SnippetsParam, snippetExample } from '../../core/index.ts'
import type { Arguments } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { printable } from '../text.ts'
import { keptIn, projectHere, snippetsHere } from './libraries.ts'

/** `chancery snippets show LIBRARY/SNIPPET`: what it is for, what it asks for, and what comes of it with its defaults. */
export async function showSnippet({ rest }: Arguments, shell: Shell): Promise<Status> {
  const [name, ...more] = rest
  if (name === undefined || more.length > 0)
    return refuse('Which snippet? Name one: chancery snippets show house/disclaimer. "chancery snippets list" lists them all.')
  const { out } = shell
  const project = await projectHere(shell)
  const all = snippetsHere(project)
  const term = all.find(({ id }) => id === name)
  if (!term?.snippet) {
    const meant = nearest(
      name,
      all.map(({ id }) => id),
    )
    return refuse(
      `There is no snippet ${name} in this workspace.${meant ? ` Did you mean ${meant}?` : ''} "chancery snippets list" lists them all.`,
    )
  }
  const { title = name, description, scope = [], params = {} } = term.snippet
  const { colors, width } = out.screen
  const line = (label: string, words: string) => `${colors.dim(`${label}:`)} ${printable(words)}\n`
  out.write(`${colors.bold(printable(title))}\n`)
  if (description) out.write(`${indented(printable(description), width, '')}\n`)
  out.write(line('Name', name) + line('Kept in', keptIn(term)))
  if (scope.length > 0) out.write(line('For', scope.join(', ')))
  for (const [blank, param] of Object.entries(params)) out.write(line(`Asks for ${blank}`, questionWords(param)))
  const example = snippetExample(name, {
    ...houseOf({
      portfolio: portfolioAt(project, isBuiltIn(term.path) ? '' : term.path),
      vocabulary: project.vocabularyOf(project.configOf(term.path)),
    }),
  })
  out.write(`\n${example.trimEnd().split('\n').map(printable).join('\n')}\n`)
  return 0
}

function questionWords({ label, required, choices = [], default: usual, type }: SnippetsParam): string {
  const facts = [
    label ?? '',
    answerWords(type),
    required ? 'needed' : '',
    choices.length > 0 ? `one of ${choices.join(', ')}` : '',
    usual === undefined ? '' : `otherwise ${usual}`,
  ]
  return facts.filter(Boolean).join('; ')
}

function answerWords(type: string | undefined): string {
  if (type === undefined || type === 'text') return ''
  if (type.includes('.')) return `as in ${type}`
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type.replaceAll('_', ' ')}`
}
