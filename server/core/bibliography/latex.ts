/** Marks that LaTeX puts on the letter that follows, as the marks of Unicode that follow the letter. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** Commands that stand for a sign. */
const signs: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textbackslash: '\\',
  textasciitilde: '~',
  textunderscore: '_',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  S: '§',
  P: '¶',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  copyright: '©',
  textdegree: '°',
}

const undotted: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

interface Writing {
  readonly parts: string[]
  /** Waits for the letter to which it belongs. */
  mark: string
}

/** The text that a value in LaTeX prints: accents and signs as letters, without braces and commands of layout. */
export function latexText(value: string): string {
  const writing: Writing = { parts: [], mark: '' }
  for (const match of value.matchAll(/\\([A-Za-z]+)[ \t]*|\\([^A-Za-z])|[{}$]|-{2,3}|``|''|[^\\]/gsu)) {
    const [token, word, sign] = match
    if (word !== undefined) command(writing, word)
    else if (sign !== undefined) escaped(writing, sign)
    else if (!/^[{}$]$/.test(token)) put(writing, typographic[token] ?? token)
  }
  return writing.parts.join('').normalize('NFC').replace(/\s+/g, ' ').trim()
}

const typographic: Readonly<Record<string, string>> = { '--': '–', '---': '—', '``': '“', "''": '”', '~': ' ' }

/** A command that nobody knows is one of layout, and what it is about is printed all the same. */
function command(writing: Writing, word: string): void {
  if (Object.hasOwn(accents, word)) writing.mark += accents[word]
  else if (Object.hasOwn(signs, word)) put(writing, signs[word] ?? '')
}

function escaped(writing: Writing, sign: string): void {
  if (Object.hasOwn(accents, sign)) writing.mark += accents[sign]
  // Hyphenation and spacing print nothing; two backslashes begin a new line.
  else if (!/[-/,;:!]/.test(sign)) put(writing, sign === '\\' ? ' ' : sign)
}

function put(writing: Writing, text: string): void {
  const { parts, mark } = writing
  if (mark === '' || /^\s$/.test(text)) {
    parts.push(text)
    return
  }
  parts.push((undotted[text] ?? text) + mark)
  writing.mark = ''
}

/** An address or number as it is: in LaTeX a backslash hides signs that would mean something. */
export function latexVerbatim(value: string): string {
  return value
    .replace(/\\url\b/g, '')
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/[{}\s]/g, '')
}
