import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Files, splitFiles } from './files.ts'

/** A piece of prose or data, with all that the rules may say of it. */
export interface Piece {
  readonly name: string
  readonly files: Files
  /** `rule: the words at the place`, for each finding at whatever level. */
  readonly finds: readonly string[]
}

/** As it stands in a file of `test/rules/precision/`. */
interface Written {
  readonly about: string
  /** Becomes the background of a plain brief. */
  readonly text?: string
  /** Keys of that brief in the place of its own. */
  readonly brief?: Readonly<Record<string, unknown>>
  /** Whole files, each after a line `#- path`, or a single one. */
  readonly files?: string
  readonly finds?: readonly Readonly<Record<string, string>>[]
}

const folder = new URL('../rules/precision/', import.meta.url)

/** All pieces of all files, in order. */
export function pieces(): readonly Piece[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().flatMap((name) => {
    const written = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as readonly Written[]
    return written.map((piece) => ({
      name: `${name.replace('.yaml', '')}: ${piece.about}`,
      files: piece.files === undefined ? { 'piece.brief.yaml': briefOf(piece) } : splitFiles(piece.files),
      finds: (piece.finds ?? []).flatMap((find) => Object.entries(find).map(([rule, words]) => `${rule}: ${words}`)),
    }))
  })
}

const plain = {
  chancery: 'brief/1',
  id: 'piece',
  title: 'Talks at sea',
  profile: 'state-info-memo',
  stage: 'draft',
  date: '2026-11-02',
  bluf: 'The two navies met again and set a date for the next talks.',
  background: 'The staffs met in May.',
}

const source = {
  type: 'report',
  title: 'Lines at sea',
  publisher: 'Harbour Institute',
  date: '2024-05-16',
  url: 'https://example.org/lines',
  accessed: '2026-11-02',
  grade: 'B2',
}

/** The text stands in a literal block, so that its lines stay as they are; a value that is no text stands as JSON, which is YAML. */
function briefOf({ text, brief = {} }: Written): string {
  const cited = text?.includes('[@post2024]') ? { sources: { post2024: source } } : {}
  const all = { ...plain, ...cited, ...(text === undefined ? {} : { background: text }), ...brief }
  return Object.entries(all)
    .map(([key, value]) => (typeof value === 'string' ? `${key}: ${scalar(value)}\n` : `${key}: ${JSON.stringify(value)}\n`))
    .join('')
}

function scalar(text: string): string {
  if (/^[\w./ -]+$/.test(text) && text.length < 80) return text
  return `|\n${text.trimEnd().replace(/^(?=.)/gm, '  ')}`
}
