import { dateWords } from '../schema/dates.ts'
import { listed } from '../text/words.ts'
import type { Source } from './types.generated.ts'

/** A part of a reference, and what kind of text it is, for whoever sets it in type. */
export interface SourcePart {
  readonly is: 'name' | 'title' | 'words' | 'address'
  readonly text: string
}

/** A source in the house style: author, title, publisher, date, address, when read. Commas belong between the parts. */
export function sourceLine({ author, title, publisher, date, url, accessed }: Source): readonly SourcePart[] {
  const part = (is: SourcePart['is'], text: string | undefined): readonly SourcePart[] => (text === undefined ? [] : [{ is, text }])
  return [
    ...part('name', author && listed(author.split(';').map((name) => name.trim()))),
    ...part('title', title),
    ...part('name', publisher),
    ...part('words', date && dateWords(date)),
    ...part('address', url),
    ...part('words', accessed && `accessed ${dateWords(accessed)}`),
  ]
}
