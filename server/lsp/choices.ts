import { builtIn, rules } from '../core/index.ts'
import type { Choice, ChoicesResult } from '../protocol.ts'

interface Labelled {
  readonly id: string
  readonly label: string
  readonly definition: string
}

/** What the guided commands offer: the built-in words, by label. */
export function choices(): ChoicesResult {
  return {
    engagementTypes: builtIn.engagementTypes.map(choice),
    exerciseForms: builtIn.exerciseForms.map(choice),
    profiles: builtIn.profiles.map(choice),
    audiences: (builtIn.enumerations['brief-audience'] ?? []).map(choice),
    countries: builtIn.countries
      .filter(({ kind }) => kind !== 'former')
      .map(countryChoice)
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
    rules: rules.map(({ id, summary }) => ({ id, label: id, detail: summary })),
  }
}

function countryChoice({ code, name, official, alpha2, aliases, demonyms, native }: (typeof builtIn.countries)[number]): Choice {
  const names = [...aliases, ...demonyms, ...native].filter((other) => other !== name)
  return { id: code, label: name, detail: official ?? '', names: [code, ...(alpha2 ? [alpha2] : []), ...new Set(names)] }
}

export function choice({ id, label, definition }: Labelled): Choice {
  return { id, label, detail: definition }
}
