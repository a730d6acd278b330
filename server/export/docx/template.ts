import { strFromU8, unzipSync } from 'fflate'

/** What is wrong with a team's template, in words for its users. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem'
}

/** The part of a document of Word that holds its styles. */
export function stylesOf(template: Uint8Array): string {
  const found = partOf(template)
  if (found === undefined)
    throw new TemplateProblem('The template is no document of Word: it holds no styles. Save it in Word as a .docx file and name that.')
  return strFromU8(found)
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
