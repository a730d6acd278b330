import { type Keys, places, type Summary } from '../core/index.ts'

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
  const libraries = oneSided(new Set(former?.bibliographies), new Set(now?.bibliographies))
  for (const library of libraries) changed.add(`naming ${library}`)
  if (libraries.length > 0) changed.add('bibliographies')
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
