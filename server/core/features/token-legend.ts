/** The words for colours, in the order in which the protocol counts them; themes know all of these. */
export const tokenTypes = [
  'keyword',
  'property',
  'variable',
  'class',
  'interface',
  'namespace',
  'type',
  'enumMember',
  'function',
  'number',
  'decorator',
] as const
export type TokenType = (typeof tokenTypes)[number]

/** `declaration`: the place at which something gets its name. `deprecated`: what is named is not there. */
export const tokenModifiers = ['declaration', 'deprecated'] as const
export type TokenModifier = (typeof tokenModifiers)[number]

/** A stretch of a line that is more than text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly type: TokenType
  readonly modifier?: TokenModifier
}
