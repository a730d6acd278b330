import { kebab } from '../text/ids.ts'

/** Parts of a host under which countries keep the names of others: the name stands before them, as in manila.gov.ph. */
const shared = new Set(['ac', 'co', 'com', 'edu', 'gob', 'go', 'gouv', 'gov', 'mil', 'ne', 'net', 'or', 'org'])

/** An id for the source at a web address, in the manner of reference managers: the name of the house and the year. */
export function sourceIdFor(url: string, year: string): string {
  const host = /^https?:\/\/(?:[^@/?#\s]*@)?([^/:?#\s]+)/i.exec(url)?.[1] ?? ''
  const labels = host
    .toLowerCase()
    .split('.')
    .filter((label) => label !== '')
  const last = labels.length - 1
  const isShared = last > 1 && (labels[last]?.length ?? 0) === 2 && shared.has(labels[last - 1] ?? '')
  const name = kebab(labels[last - (isShared ? 2 : 1)] ?? host)
  return (name && /^[a-z]/.test(name) ? name : 'source') + (yearIn(url) ?? year)
}

/** The year in the path of an address: news sites put the date there. */
function yearIn(url: string): string | undefined {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? ''
  return /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(path)?.[1]
}

/** The id, or with a letter behind it, where it is taken. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id
  const letter = [...'bcdefghijklmnopqrstuvwxyz'].find((each) => !isTaken(id + each))
  if (letter) return id + letter
  for (let number = 2; ; number++) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`
}
