import type { Piece } from '../syntax/pieces.ts'

/** How many spaces stand between two pieces of one line: `key: value`, `- item`, `[a, b]`, `{ a: 1 }`. */
export function spacesBetween(text: string, former: Piece, next: Piece): number {
  // Behind the name of an alias or a tag, a colon would be read as part of it.
  if (next.kind === 'colon') return isWhole(former) ? 0 : 1
  // So would a comma or a bracket behind a tag.
  const joins = isWhole(former) || former.kind === 'alias'
  if (next.kind === 'comma') return joins ? 0 : 1
  if (next.kind === 'close') return former.kind === 'open' || (text[next.start] === ']' && (joins || former.kind === 'comma')) ? 0 : 1
  return former.kind === 'open' && text[former.start] === '[' ? 0 : 1
}

function isWhole({ kind }: Piece): boolean {
  return kind === 'scalar' || kind === 'close'
}
