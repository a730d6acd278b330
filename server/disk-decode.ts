import type { FileContent, FileProblem } from './core/index.ts'

export function problem(rule: FileProblem['rule'], message: string, reason?: FileProblem['reason']): { readonly problem: FileProblem } {
  return { problem: { rule, message, ...(reason ? { reason } : {}) } }
}

/** Bytes as text in UTF-8 without its byte order mark; another encoding is a problem, never a guess. */
export function decode(bytes: Uint8Array): FileContent {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (wide)
    return problem(
      'file-encoding',
      'This file is saved in UTF-16 ("Unicode" in older Windows programs), which other programs here cannot read. Save it again with the encoding UTF-8.',
    )
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return problem('file-encoding', notUtf8(bytes))
  }
}

function notUtf8(bytes: Uint8Array): string {
  const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? ''
  const line = before.split(/\r\n|\r|\n/).length
  return `This file is not saved in UTF-8: line ${line.toLocaleString('en')} holds a letter in another encoding. It may be text from an older program, or no text at all. Save it again with the encoding UTF-8.`
}
