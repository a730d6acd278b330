import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inFlow, portfolioAt, readId } from '../../core/index.ts'
import { isFolder } from '../../disk.ts'
import type { Arguments, Option } from '../options.ts'
import { writeOutput } from '../outputs.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { keptIn, projectHere } from './libraries.ts'

export const newLibraryOptions: readonly Option[] = [
  { name: 'title', value: 'TEXT', about: 'The name of the library as writers see it' },
  { name: 'out', value: 'FOLDER', about: 'Where to write it; without it, the folder snippets where there is one, else the current folder' },
]

/** `chancery snippets new ID`: a library to begin with, with one snippet of each form. Nothing is overwritten. */
export async function newLibrary(args: Arguments, shell: Shell): Promise<Status> {
  const { cwd, out } = shell
  const [word, ...more] = args.rest
  if (word === undefined || more.length > 0) return refuse('What is the library to be called? One short name: chancery snippets new house.')
  const id = readId(word)
  if ('problem' in id) return refuse(id.problem)
  const folder = args.get('out') ?? (isFolder(join(cwd, 'snippets')) ? 'snippets' : '.')
  const file = join(folder, `${id.value}.snippets.yaml`)
  if (existsSync(resolve(cwd, file)))
    return refuse(`There is a file ${file} already, and nothing is ever overwritten. Choose another name.`)
  // Of two of one name one would be hidden.
  const [taken] = portfolioAt(await projectHere(shell), '').terms('library', id.value)
  if (taken) return refuse(`There is a library "${id.value}" already, in ${keptIn(taken)}. Choose another name.`)
  await writeOutput(file, libraryText(id.value, args.get('title') ?? `Texts of ${id.value}`), cwd, 'wx')
  out.write(`Wrote ${file}\nNext: put your own texts in the place of those there.\nThen check it: chancery snippets check ${file}\n`)
  return 0
}

function libraryText(id: string, title: string): string {
  return `# A library of text that is written once and used often. A snippet is called by library and name: ${id}/note.
# Raise \`version\` when the words of a snippet change; files with an older copy are then found.
chancery: snippets/1
id: ${inFlow(id, false)}
version: 1
title: ${inFlow(title, false)}
language: en-GB
snippets:
${forms}`
}

/** One snippet of each form. */
const forms = `  # A text. What stands in double braces is asked for.
  - id: note
    title: Note on sources
    description: Closes every paper that leaves the house.
    prefix: [sources]
    scope: [brief.annexes]
    params:
      office: { label: Your office, required: true }
    text: "Prepared by {{office}} from open sources alone."

  # A part of a file, exactly as it would stand there.
  - id: risk-cost
    title: The cost grows
    scope: [brief.risks]
    params:
      impact: { label: How bad it would be, type: brief.risks.impact, default: low }
      owner: { label: Who watches it, required: true }
    yaml:
      category: cost
      text: It costs more than planned.
      likelihood: unlikely
      impact: "{{impact}}"
      mitigation: Set a ceiling, and say what is given up if it is reached.
      owner: "{{owner}}"

  # A list that is made from the data on the day that the file names.
  - id: allies
    title: NATO members on the first day
    scope: [engagement.participants]
    generate: { organization: nato, on: "{{dates.start}}" }
`
