import { type Document, firstKey, type Unknown } from '../model/document.ts'
import { firstKeyOf, kindOfKey, kindOfName, kinds, schemaVersion } from '../model/kinds.ts'
import type { Tree } from '../syntax/parse.ts'
import { keyText } from '../syntax/tree.ts'
import { listed, nearest } from '../text/words.ts'
import type { Ruled } from './structure-words.ts'

/**
 * The first key says what a file is and which version of the schema it follows.
 * An empty file, a list, a file without the key or with another kind than its
 * name promises: each is one report, with a fix where there is one answer.
 */
export function firstKeyReport(document: Document | Unknown, tree: Tree): Ruled | undefined {
  const named = kindOfName(document.path)
  const written = firstKey(tree.root)
  const rule = 'first-key'
  if (document.damaged.has('chancery')) return undefined
  if (!hasKeys(tree)) return { rule, at: [], ...noKeys(tree, named) }
  if (written === undefined || written === '')
    return {
      rule,
      at: [],
      missing: [['chancery']],
      message: `The first line must say what this file is: chancery: ${firstKeyOf(named ?? 'engagement')}.`,
      ...prepend(named, written),
    }
  const key = kindOfKey(written)
  if (!key) return unknownKind(written, named)
  if (key.version !== String(schemaVersion)) {
    return {
      rule,
      at: ['chancery'],
      message: `This release reads version ${schemaVersion} of ${key.kind} files, and this one says ${key.version}. Write ${firstKeyOf(key.kind)}, or use a later release.`,
    }
  }
  if (named && named !== key.kind && document.index === 0) {
    return {
      rule,
      at: ['chancery'],
      alone: true,
      message: `The file's name says that it is ${article(named)} and its first key that it is ${article(key.kind)}. Until the two agree nothing else is checked: write ${firstKeyOf(named)}, or rename the file.`,
      fixes: [{ title: `Write ${firstKeyOf(named)}`, safe: false, steps: [{ do: 'replace', at: ['chancery'], with: firstKeyOf(named) }] }],
    }
  }
  return notFirst(tree)
}

function notFirst({ root }: Tree): Ruled | undefined {
  const first = root?.kind === 'mapping' ? root.pairs[0] : undefined
  if (!first || keyText(first.key) === 'chancery') return undefined
  const message = '"chancery" comes first in a file, so that every reader and program sees at once what it is. Move the line to the top.'
  return { rule: 'first-key', at: ['chancery'], on: 'key', atMost: 'warning', message }
}

function hasKeys(tree: Tree): boolean {
  return tree.root?.kind === 'mapping' && tree.root.pairs.length > 0
}

function noKeys(tree: Tree, named: Document['kind'] | undefined): Pick<Ruled, 'message' | 'fixes'> {
  const empty = !tree.root || (tree.root.kind === 'scalar' && tree.root.text === '')
  const start = named
    ? `chancery: ${firstKeyOf(named)}`
    : listed(
        kinds.map((k) => `chancery: ${firstKeyOf(k)}`),
        'or',
      )
  if (empty) return { message: `There is nothing in this file yet. Start with ${start}.`, ...prepend(named, undefined) }
  return { message: `A Chancery file consists of lines "key: value", and this one does not. Start with ${start}.` }
}

function prepend(named: Document['kind'] | undefined, written: string | undefined): Pick<Ruled, 'fixes'> {
  if (!named) return {}
  const key = firstKeyOf(named)
  const step =
    written === '' ? ({ do: 'replace', at: ['chancery'], with: key } as const) : ({ do: 'prepend', line: `chancery: ${key}` } as const)
  return { fixes: [{ title: `Write chancery: ${key}`, safe: true, steps: [step] }] }
}

function unknownKind(written: string, named: Document['kind'] | undefined): Ruled {
  const all = kinds.map(firstKeyOf)
  const meant = named ? firstKeyOf(named) : nearest(written, all)
  return {
    rule: 'first-key',
    at: ['chancery'],
    message: `"${written}" is no kind of file that Chancery knows.${meant ? ` Did you mean ${meant}?` : ''} There are ${listed(all)}.`,
    ...(meant
      ? { fixes: [{ title: `Write ${meant}`, safe: named !== undefined, steps: [{ do: 'replace', at: ['chancery'], with: meant }] }] }
      : {}),
  }
}

function article(kind: string): string {
  return kind === 'engagement'
    ? 'an engagement'
    : kind === 'config'
      ? 'a configuration'
      : kind === 'snippets'
        ? 'a snippet library'
        : `a ${kind}`
}
