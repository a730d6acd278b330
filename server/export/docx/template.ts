import { Document } from 'docx'
import { strFromU8, unzipSync } from 'fflate'

/** What is wrong with a team's template, in words for its users. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem'
}

/** The part of a document of Word that holds its styles. Nothing else of it is taken over, and no macro. */
export function stylesOf(template: Uint8Array): string {
  const found = partOf(template)
  if (found === undefined)
    throw new TemplateProblem('The template is no document of Word: it holds no styles. Save it in Word as a .docx file and name that.')
  const styles = strFromU8(found)
  if (!isReadable(styles))
    throw new TemplateProblem('The styles of the template are damaged. Open it in Word, save it anew as a .docx file and name that.')
  return styles
}

/** Tried with the library alone, so that a fault of ours elsewhere is never taken for one of the template. */
function isReadable(styles: string): boolean {
  try {
    return /<w:styles\s[^>]*\bxmlns/.test(styles) && Boolean(new Document({ externalStyles: styles, sections: [] }))
  } catch {
    return false
  }
}

function partOf(template: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(template, { filter: ({ name, originalSize }) => name === 'word/styles.xml' && originalSize < 20_000_000 })[
      'word/styles.xml'
    ]
  } catch (error) {
    // What cannot be unpacked is told as what it is to its user; anything else is a fault of ours.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
