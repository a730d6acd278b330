import { isList } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { child } from '../schema/schema.ts'
import { fieldSchema } from '../snippets/answers.ts'
import { type Scope, scopeOf } from '../snippets/scope.ts'
import { nearest } from '../text/words.ts'
import { didYouMean } from './meant.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'snippet-scope',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A snippet is meant for a place that no file has.',
  reason:
    'A snippet is offered and taken in only where its `scope` says: a kind of file, and a field of it with dots between, as `brief.risks` or `engagement.exercise.scale`. With a place that is misspelt nobody is ever offered it, and a brief that names it lacks its text.',
  source: 'Chancery: the scope of a snippet is a place in the schema of its files.',
  examples: {
    bad: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: note, title: Note, scope: [brief.annexs], text: Prepared from open sources alone. }
`,
    ],
    good: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: note, title: Note, scope: [brief.annexes, engagement.notes], text: Prepared from open sources alone. }
`,
    ],
  },
  check: checkOf('snippets', function* ({ id: library, snippets = [] }, { portfolio, document: { value } }) {
    for (const [i, { id, scope = [], params = {} }] of snippets.entries()) {
      for (const [j, place] of scope.entries()) if (isForm(place) && !scopeOf(place)) yield unknownPlace(['snippets', i, 'scope', j], place)
      for (const [name, { type = 'text' }] of Object.entries(params))
        if (isForm(type) && type.includes('.') && !fieldSchema(type)) yield unknownType(['snippets', i, 'params', name, 'type'], type)
      // What others take in need not be offered by itself.
      const isSilent = scope.length === 0 && isList(valueAt(value, ['snippets', i, 'scope']) ?? [])
      if (isSilent && id !== undefined && portfolio.cited('snippet', `${library}/${id}`).length === 0) yield nowhere(['snippets', i, 'id'])
    }
  }),
}

function unknownType(at: Report['at'], type: string): Report {
  return {
    at,
    message: `There is no field ${type}, so any answer passes. Name a field of a file, as brief.risks.likelihood, or a kind as country or date.`,
  }
}

function nowhere(at: Report['at']): Report {
  const message =
    'This snippet has no `scope`, so it is offered nowhere, and no other one takes it in. Say where it fits, as `scope: [brief.risks]`.'
  return { at, message, atMost: 'info' }
}

/** What has another form altogether is told by the schema. */
function isForm(place: string): boolean {
  return /^(engagement|brief|config|vocabulary|snippets)(\.[a-z_]+)*$/.test(place)
}

function unknownPlace(at: Report['at'], place: string): Report {
  const steps = place.split('.')
  // The longest beginning that there is, and what may follow it.
  let known: Scope | undefined
  let length = 0
  for (let n = 1; n < steps.length; n++) {
    const found = scopeOf(steps.slice(0, n).join('.'))
    if (!found) break
    known = found
    length = n
  }
  const before = steps.slice(0, length).join('.')
  if (known?.schema.items && child(known.schema.items, steps[length] ?? ''))
    return {
      at,
      message: `"${steps[length]}" is a part of an entry of ${before}, and a snippet holds a whole one, or several. Write ${before}.`,
      fixes: [{ title: `Write ${before}`, safe: false, steps: [{ do: 'replace', at, with: before }] }],
    }
  const near = nearest(steps[length] ?? '', Object.keys(known?.schema.properties ?? {}))
  const meant = didYouMean(at, near === undefined ? undefined : { id: [before, near, ...steps.slice(length + 1)].join('.'), same: false })
  return {
    at,
    message: `There is no "${steps[length]}" in ${before}, so the snippet is never offered for it.${meant.words}`,
    fixes: meant.fixes,
  }
}
