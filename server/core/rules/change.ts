import type { Path } from '../text/path.ts'

/**
 * A change of a document in terms of what it says, not of its text. The engine
 * turns it into the smallest edit that keeps quotes, comments and layout.
 */
export interface Change {
  readonly title: string
  /** It neither deletes nor invents what the writer meant. */
  readonly safe: boolean
  readonly steps: readonly Step[]
}

export type Step =
  /** A number, true and false are written bare, whatever stood there. */
  | {
      readonly do: 'replace'
      readonly at: Path
      readonly with: string | number | boolean
      readonly within?: readonly [from: number, to: number]
    }
  /** Another text, of which only the words that differ are written. */
  | { readonly do: 'reword'; readonly at: Path; readonly to: string }
  | { readonly do: 'rename-key'; readonly at: Path; readonly to: string }
  | { readonly do: 'remove'; readonly at: Path }
  | { readonly do: 'wrap-in-list'; readonly at: Path }
  | { readonly do: 'quote'; readonly at: Path }
  /** Behind the first colon of a word in which a key and its value were written together. */
  | { readonly do: 'part'; readonly at: Path; readonly on?: 'key' }
  /** The words of a whole comment right above an entry or item, without its sign. */
  | { readonly do: 'remark'; readonly at: Path; readonly from: string; readonly to: string }
  /** A new first line of the document. */
  | { readonly do: 'prepend'; readonly line: string }
  /** A key that is not there yet, or an item behind the last of its list. Without a value the writer is left to fill it in. */
  | { readonly do: 'add'; readonly at: Path; readonly value?: AddedValue }

export type AddedValue = string | number | boolean | readonly AddedValue[] | { readonly [key: string]: AddedValue }

export function replaceWith(at: Path, value: string | number | boolean, safe: boolean, title = `Write ${value}`): Change {
  return { title, safe, steps: [{ do: 'replace', at, with: value }] }
}

/** Puts words in the place of others inside a value. */
export function replaceWithin(
  at: Path,
  within: readonly [from: number, to: number],
  words: string,
  safe: boolean,
  title = `Write ${words}`,
): Change {
  return { title, safe, steps: [{ do: 'replace', at, within, with: words }] }
}

/** Adding says more than the writer did, so it is never safe. */
export function addAt(at: Path, value: AddedValue | undefined, title: string): Change {
  return { title, safe: false, steps: [{ do: 'add', at, ...(value === undefined ? {} : { value }) }] }
}
