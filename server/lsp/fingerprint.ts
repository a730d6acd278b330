/** A short word that two texts share only where they are equal, as good as certainly; the same on every machine. */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5
  let two = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + i), 0x85ebca6b)
    two ^= two >>> 15
  }
  return [text.length, one >>> 0, two >>> 0].map((part) => part.toString(36)).join('-')
}
