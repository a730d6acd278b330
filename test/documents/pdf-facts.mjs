// @ts-check
/** A PDF as the programs of Poppler and qpdf read it. */
import { execFile } from 'node:child_process'

/** @typedef {{ readonly kind: string, readonly text: string }} Part An element of the structure and all words in it */

/**
 * What a program says, and what it complains of.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function heard(program, args) {
  /** @type {Promise<{ readonly said: string, readonly complaints: readonly string[], readonly isWell: boolean }>} */
  const answer = new Promise((resolve, reject) => {
    execFile(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 }, (error, said, complaints) => {
      // A number is the status with which it ended; anything else means that it never ran.
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ said, complaints: complaints.trim().split('\n').filter(Boolean), isWell: !error })
    })
  })
  return answer
}

/** The words of each page. @param {string} file */
export async function pagesOf(file) {
  const { said } = await heard('pdftotext', ['-layout', file, '-'])
  return said.split('\f').slice(0, -1)
}

/** The elements that a screen reader goes by. @param {string} file */
export async function structureOf(file) {
  const { said, complaints } = await heard('pdfinfo', ['-struct-text', file])
  /** @type {{ kind: string, text: string, depth: number }[]} */
  const parts = []
  /** @type {typeof parts} */
  let open = []
  for (const line of said.split('\n')) {
    const [, indent = '', what = ''] = /^( *)(.*)$/.exec(line) ?? []
    if (what === '' || what.startsWith('/')) continue
    open = open.filter(({ depth }) => depth < indent.length)
    if (what.startsWith('"')) for (const part of open) part.text += what.slice(1, -1)
    else {
      const part = { kind: what.replace(/[ :].*$/, ''), text: '', depth: indent.length }
      parts.push(part)
      open.push(part)
    }
  }
  return { parts: /** @type {readonly Part[]} */ (parts), complaints }
}

/** @param {string} file @returns {Promise<Readonly<Record<string, string>>>} */
export async function propertiesOf(file) {
  const { said } = await heard('pdfinfo', [file])
  return Object.fromEntries(said.split('\n').map((line) => [line.replace(/:.*/, ''), line.replace(/^[^:]*:\s*/, '')]))
}

/** The fonts that lie in no PDF or do not say which letters they show. @param {string} file */
export async function poorFonts(file) {
  const { said } = await heard('pdffonts', [file])
  const [, , ...lines] = said.trimEnd().split('\n')
  if (lines.length === 0) return ['none at all']
  return lines.filter((line) => !/ yes\s+(?:yes|no)\s+yes\s+\d+\s+\d+\s*$/.test(line)).map((line) => line.replace(/\s.*/, ''))
}
