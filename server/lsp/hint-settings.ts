import type { HintSettings } from '../core/index.ts'

/** All of them, or none. */
export function everyHint(shown: boolean): HintSettings {
  return { countries: shown, durations: shown, members: shown, words: shown, likelihood: shown }
}

/** The settings as a client gives them, for all kinds at once or kind by kind; what it does not speak of stays as it was. */
export function hintSettings(former: HintSettings, given: unknown): HintSettings {
  if (typeof given === 'boolean') return everyHint(given)
  if (typeof given !== 'object' || given === null) return former
  const kinds = Object.keys(former) as readonly (keyof HintSettings)[]
  const said = Object.entries(given).filter(([kind, shown]) => kinds.some((known) => known === kind) && typeof shown === 'boolean')
  return { ...former, ...Object.fromEntries(said) }
}
