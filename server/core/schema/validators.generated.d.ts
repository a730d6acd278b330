/** The part of an ajv error that Chancery reads; its message is for programmers and is never shown. */
export interface ShapeError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Validator {
  (value: unknown): boolean
  errors?: ShapeError[] | null
}

export const engagement: Validator
export const brief: Validator
export const config: Validator
export const vocabulary: Validator
export const snippets: Validator
