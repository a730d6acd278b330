import type { SnippetsParam as Param } from '../model/types.generated.ts'

/** A body of a snippet of Visual Studio Code as text with blanks, and what they ask. */
export interface FromCode {
  readonly text: string
  readonly params: Readonly<Record<string, Param>>
}

interface Reading {
  readonly body: string
  at: number
  readonly params: Map<string, Param>
  readonly depth: number
}

/** Nobody nests defaults as deep; whoever does it wants to see what breaks. */
const maxDepth = 20

/** The expression, what is put in its place, and its flags. Each sign fits one alternative alone and lengths are bounded, so that no text is slow. */
const transform = /^\$\{(\d+|[A-Za-z_]\w*)\/(?:\\.|[^\\/]){0,300}\/(?:\\.|\$\{[^}]{0,100}\}|\$(?!\{)|[^\\/$]){0,300}\/[a-z]{0,9}\}/

/**
 * Reads tab stops, placeholders, choices and variables. The same stop is the same
 * blank. What is computed there (a transform, the name of a file) becomes a blank
 * like any other, for a library computes nothing.
 */
export function fromCode(body: string): FromCode {
  const reading: Reading = { body, at: 0, params: new Map(), depth: 0 }
  const text = readUntil(reading, '').trimEnd()
  return { text, params: Object.fromEntries(reading.params) }
}

/** Text up to a closing sign, which is passed over. */
function readUntil(reading: Reading, closing: string): string {
  const { body } = reading
  let text = ''
  while (reading.at < body.length) {
    const c = body.charAt(reading.at)
    if (c === closing && closing !== '') {
      reading.at++
      return text
    }
    if (c === '\\' && /[\\$}]/.test(body.charAt(reading.at + 1))) {
      text += body.charAt(reading.at + 1)
      reading.at += 2
    } else if (c === '$') text += readStop(reading)
    // Double braces that stand there already would be taken for a blank.
    else if (body.startsWith('{{', reading.at)) {
      text += blank(reading, 'braces', { label: 'Two braces', default: '{{' })
      reading.at += 2
    } else {
      text += c
      reading.at++
    }
  }
  return text
}

/** Behind a dollar sign. One that begins nothing is a dollar sign. */
function readStop(reading: Reading): string {
  const rest = reading.body.slice(reading.at)
  const bare = /^\$(\d+|[A-Za-z_]\w*)/.exec(rest)
  if (bare?.[1] !== undefined) {
    reading.at += bare[0].length
    return named(reading, bare[1], undefined)
  }
  const choice = /^\$\{(\d+)\|((?:\\.|[^\\|])*)\|\}/.exec(rest)
  if (choice?.[1] !== undefined) {
    reading.at += choice[0].length
    const choices = (choice[2]?.match(/(?:\\.|[^\\,])+/g) ?? []).map((word) => word.replace(/\\(.)/g, '$1'))
    return blank(reading, `answer-${choice[1]}`, { choices, ...(choices[0] === undefined ? {} : { default: choices[0] }) })
  }
  const computed = transform.exec(rest)
  if (computed?.[1] !== undefined) {
    reading.at += computed[0].length
    return named(reading, computed[1], undefined)
  }
  return readBraced(reading, rest)
}

/** A stop in braces, with or without a default. */
function readBraced(reading: Reading, rest: string): string {
  const braced = /^\$\{(\d+|[A-Za-z_]\w*)(:|\/|\})/.exec(rest)
  if (braced?.[1] === undefined || reading.depth > maxDepth) {
    reading.at++
    return '$'
  }
  reading.at += braced[0].length
  if (braced[2] === '}') return named(reading, braced[1], undefined)
  const inner: Reading = { ...reading, params: new Map(), depth: reading.depth + 1 }
  const usual = readUntil(inner, '}')
  reading.at = inner.at
  // A default takes in no other blank, so what is nested there stands with its own default.
  const words = usual.replace(/\{\{([\w-]+)\}\}/g, (_, id: string) => String(inner.params.get(id)?.default ?? ''))
  return named(reading, braced[1], braced[2] === ':' ? words : undefined)
}

/** `$0` is where the cursor ends, and has no words. */
function named(reading: Reading, name: string, usual: string | undefined): string {
  if (name === '0') return usual ?? ''
  const isNumber = /^\d+$/.test(name)
  const words = usual === undefined || usual === '' ? {} : { default: usual }
  if (isNumber) return blank(reading, `answer-${name}`, words)
  const id = name.toLowerCase().replaceAll('_', '-')
  return blank(reading, id, { label: name.toLowerCase().replaceAll('_', ' '), ...words })
}

function blank({ params }: Reading, id: string, param: Param): string {
  params.set(id, { ...param, ...params.get(id) })
  return `{{${id}}}`
}
