import { createHash } from 'node:crypto'

/** A short word that two texts share only where they are equal. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('base64url').slice(0, 24)
}
