/** The date that counts as today for examples and fixtures. */
export const exampleDay = '2026-11-23'

/** A caret line under the line it speaks of; it is taken out before the text is read. */
const annotation = /^#(?: *\^+|<\^*) [a-z0-9-]+ (?:error|warning|info|hint): .*\n?/gm

export function withoutAnnotations(text: string): string {
  return text.replace(annotation, '')
}
