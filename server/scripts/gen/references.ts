import { isObject, type Json } from './schemas.ts'

/** A reference such as `common.schema.json#/$defs/date`, or `#/$defs/visit` within `file`. */
export interface Reference {
  readonly file: string
  readonly name: string
  readonly target: Json
}

export function resolveReference(ref: string, file: string, schemas: Record<string, Json>): Reference {
  const [target = '', pointer = ''] = ref.split('#')
  const inFile = target === '' ? file : target
  const name = pointer.replace('/$defs/', '')
  const schema = (schemas[inFile]?.['$defs'] as Json | undefined)?.[name]
  if (!isObject(schema)) throw new Error(`${file}: "${ref}" points to nothing`)
  return { file: inFile, name, target: schema }
}

/** The name of the constant or type that a definition becomes: `common` + `engagement-ref` -> `commonEngagementRef`. */
export function constantName({ file, name }: Pick<Reference, 'file' | 'name'>): string {
  return [file.replace('.schema.json', ''), ...name.split('-')].map((word, i) => (i === 0 ? word : capital(word))).join('')
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
