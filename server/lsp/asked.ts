import type { EditablePortfolio, Summary } from '../core/index.ts'

/**
 * What is asked of the portfolio while a file is checked, as keys: "defined
 * engagement rimpac-2024", "ids brief". When an answer changes, its key tells
 * which files have to be checked anew, whatever rules there are.
 */
export type Keys = ReadonlySet<string>

/** Where something stands, apart from what it is: a line break above it moves it and changes nothing else. */
const places: readonly string[] = ['idRange', 'tlpRange']

/** The same portfolio, with a note of every question. */
export function noting(portfolio: EditablePortfolio): { readonly portfolio: EditablePortfolio; readonly keys: () => Keys } {
  const keys = new Set<string>()
  const shown = new Map<string, readonly object[]>()
  const named = <T extends object>(what: string, items: readonly T[]): readonly T[] => {
    keys.add(`defined ${what}`)
    const known = shown.get(what) ?? items.map((item) => withPlacesNoted(item, () => keys.add(`placed ${what}`)))
    shown.set(what, known)
    return known as readonly T[]
  }
  const asked = <T>(key: string, answer: T): T => {
    keys.add(key)
    return answer
  }
  const noted: EditablePortfolio = {
    ...portfolio,
    defined: (kind, id) => named(`${kind} ${id}`, portfolio.defined(kind, id)),
    terms: (kind, id) => named(`${kind} ${id}`, portfolio.terms(kind, id)),
    cited: (kind, id) => asked(`cited ${kind} ${id}`, portfolio.cited(kind, id)),
    mentioned: (kind, id) => asked(`mentioned ${kind} ${id}`, portfolio.mentioned(kind, id)),
    leading: (holds) => asked('leading', portfolio.leading(holds)),
    ids: (kind) => asked(`ids ${kind}`, portfolio.ids(kind)),
    termIds: (kind) => asked(`ids ${kind}`, portfolio.termIds(kind)),
    of: (path) => asked(`of ${path}`, portfolio.of(path)),
    paths: () => asked('paths', portfolio.paths()),
    // A file of references answers for itself, under its path.
    bibliography: (path) => asked(`bibliography ${path}`, portfolio.bibliography(path)),
  }
  return { portfolio: noted, keys: () => compact(keys) }
}

function withPlacesNoted<T extends object>(item: T, note: () => void): T {
  const copy = { ...item }
  for (const key of places) {
    if (!(key in item)) continue
    Object.defineProperty(copy, key, {
      enumerable: true,
      get: () => {
        note()
        return item[key as keyof T]
      },
    })
  }
  return copy
}

/** A search through all titles asks for every id; so many questions are kept as one. */
const mostKeys = 200

function compact(keys: Keys): Keys {
  if (keys.size <= mostKeys) return new Set(keys)
  return new Set([...keys].map((key) => key.replace(/^(?:defined|placed) (\S+) .*$/, 'any $1')))
}

/** The questions that have another answer once a file says `now` instead of `former`. */
export function answersChanged(path: string, former: Summary | undefined, now: Summary | undefined): Keys {
  const changed = new Set<string>()
  const before = named(former)
  const after = named(now)
  for (const what of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(what), after.get(what)]
    const kind = what.slice(0, what.indexOf(' '))
    if (!was || !is) changed.add(`ids ${kind}`)
    if (was?.facts !== is?.facts) changed.add(`defined ${what}`)
    if (was?.places !== is?.places) changed.add(`placed ${what}`)
    if (was?.facts !== is?.facts || was?.places !== is?.places) changed.add(`any ${kind}`)
  }
  for (const what of oneSided(citedIn(former), citedIn(now))) changed.add(`cited ${what}`)
  for (const what of oneSided(mentionedIn(former), mentionedIn(now))) changed.add(`mentioned ${what}`)
  if (JSON.stringify(former?.targets) !== JSON.stringify(now?.targets)) changed.add('leading')
  if ((former === undefined) !== (now === undefined)) changed.add('paths')
  if (JSON.stringify(former) !== JSON.stringify(now)) changed.add(`of ${path}`)
  return changed
}

/** What a file gives a name to, by kind and id. */
function named(summary: Summary | undefined): ReadonlyMap<string, { facts: string; places: string }> {
  const found = new Map<string, { facts: string; places: string }>()
  for (const item of [...(summary?.entries ?? []), ...(summary?.terms ?? [])]) {
    const parts = Object.entries(item)
    const facts = JSON.stringify(parts.filter(([key]) => !places.includes(key)))
    const where = JSON.stringify(parts.filter(([key]) => places.includes(key)))
    const what = `${item.kind} ${item.id}`
    const known = found.get(what)
    found.set(what, { facts: (known?.facts ?? '') + facts, places: (known?.places ?? '') + where })
  }
  return found
}

function citedIn(summary: Summary | undefined): Keys {
  return new Set((summary?.citations ?? []).map(({ kind, to }) => `${kind} ${to}`))
}

function mentionedIn(summary: Summary | undefined): Keys {
  return new Set([...(summary?.citations ?? []), ...(summary?.remarks ?? [])].map(({ kind, to }) => `${kind} ${to}`))
}

/** What is in one of two sets and not in the other. */
function oneSided(a: Keys, b: Keys): readonly string[] {
  return [...[...a].filter((key) => !b.has(key)), ...[...b].filter((key) => !a.has(key))]
}

/** Which files asked what, from their last check. */
export interface Ledger {
  readonly note: (path: string, keys: Keys) => void
  readonly forget: (path: string) => void
  /** The files that asked any of these. */
  readonly askers: (keys: Keys) => ReadonlySet<string>
}

/** A question, and the files that asked it. */
interface Asked {
  readonly key: string
  readonly files: Set<string>
}

/** Thousands of files ask much the same, so each question is kept once. */
export function createLedger(): Ledger {
  const questions = new Map<string, Asked>()
  const byFile = new Map<string, readonly Asked[]>()
  const forget = (path: string) => {
    for (const { key, files } of byFile.get(path) ?? []) {
      files.delete(path)
      if (files.size === 0) questions.delete(key)
    }
    byFile.delete(path)
  }
  const question = (key: string): Asked => {
    const known = questions.get(key) ?? { key, files: new Set() }
    questions.set(key, known)
    return known
  }
  return {
    forget,
    note: (path, keys) => {
      forget(path)
      const asked = [...keys].map(question)
      for (const { files } of asked) files.add(path)
      byFile.set(path, asked)
    },
    askers: (keys) => new Set([...keys].flatMap((key) => [...(questions.get(key)?.files ?? [])])),
  }
}
