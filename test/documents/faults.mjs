// @ts-check
/** What a document lacks that its web page says. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parse } from 'parse5'
import { attribute, elementsIn, wordsOf } from './page-facts.mjs'
import { heard, pagesOf, poorFonts, propertiesOf, structureOf } from './pdf-facts.mjs'

/** @typedef {import('./page-facts.mjs').Facts} Facts */

/** Letters and digits alone, for lines, spaces, bullets and ligatures differ from form to form. @param {string} words */
function bare(words) {
  return words.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** @param {string} what @param {readonly string[]} wanted @param {string} text */
function absent(what, wanted, text) {
  return wanted.filter((words) => !text.includes(bare(words))).map((words) => `${what} "${words.slice(0, 80)}" is not there`)
}

/** The marking above and below the text and the number, on every page. @param {Facts} facts @param {readonly string[]} pages */
function faultsOfPages({ marking }, pages) {
  if (pages.length === 0) return ['there is no page']
  return pages.flatMap((page, i) => {
    const text = bare(page)
    const marks = marking === '' ? 2 : text.split(bare(marking)).length - 1
    return [
      ...(marks < 2 ? [`page ${i + 1} has its marking ${marks} times, not above and below`] : []),
      ...(text.includes(bare(`Page ${i + 1} of ${pages.length}`)) ? [] : [`page ${i + 1} has no number`]),
    ]
  })
}

/** What every PDF has to have, whoever wrote it. @param {Facts} facts @param {string} file */
async function faultsOfBoth(facts, file) {
  const { parts, complaints } = await structureOf(file)
  const text = bare(parts[0]?.text ?? '')
  const headings = bare(parts.flatMap((part) => (/^H\d$/.test(part.kind) ? [part.text] : [])).join(' '))
  const properties = await propertiesOf(file)
  return [
    ...complaints,
    ...(properties['Tagged'] === 'yes' ? [] : ['it is not tagged']),
    ...(bare(properties['Title'] ?? '') === bare(facts.title) ? [] : [`its title is "${properties['Title']}"`]),
    ...(saysLanguage(facts.language, file) ? [] : ['it does not say its language']),
    ...faultsOfPages(facts, await pagesOf(file)),
    ...absent('the title', [facts.title], text),
    ...absent('the heading', facts.headings, headings),
    ...absent('the caption', [...facts.captions, ...facts.figures], text),
    ...absent(
      'the note',
      facts.notes.map((note) => note.slice(0, 40)),
      text,
    ),
    ...absent('the paragraph', facts.paragraphs, text),
    ...(parts.filter(({ kind }) => kind === 'Figure').length === facts.figures.length ? [] : ['a picture is missing']),
  ]
}

/** Word knows no language without a country and takes its own. @param {string} language @param {string} file */
function saysLanguage(language, file) {
  return new RegExp(`/Lang ?\\(${language}${language.includes('-') ? '' : '(?:-[A-Z]{2})?'}\\)`).test(readFileSync(file, 'latin1'))
}

/** Of a PDF that Chancery wrote. @param {Facts} facts @param {string} file */
export async function faultsOfPdf(facts, file) {
  const { said, complaints, isWell } = await heard('qpdf', ['--check', file])
  return [
    ...(await faultsOfBoth(facts, file)),
    ...(await poorFonts(file)).map((font) => `the font ${font} is not whole`),
    ...(isWell ? [] : [...said.split('\n'), ...complaints].filter((line) => /warning|error/i.test(line))),
  ]
}

/** Of a document of Word, after LibreOffice has printed it. @param {Facts} facts @param {string} printed */
export function faultsOfWord(facts, printed) {
  return faultsOfBoth(facts, printed)
}

/** Of Markdown, by what Pandoc makes of it. @param {Facts} facts @param {string} file */
export async function faultsOfMarkdown(facts, file) {
  const [page, document] = ['.html', '.docx'].map((ending) => file.replace(/\.md$/, ending))
  const args = ['--citeproc', '--standalone', '--fail-if-warnings', `--resource-path=${dirname(file)}`, file]
  const answers = await Promise.all([page, document].map((out) => heard('pandoc', [...args, `--output=${out}`])))
  const complaints = answers.flatMap((answer) => answer.complaints)
  if (complaints.length > 0 || answers.some(({ isWell }) => !isWell)) return ['Pandoc does not take it', ...complaints]
  const all = elementsIn(parse(readFileSync(page ?? '', 'utf8')))
  const body = bare(
    all
      .filter(({ tagName }) => tagName === 'body')
      .map(wordsOf)
      .join(''),
  )
  const headings = bare(
    all
      .filter(({ tagName }) => /^h\d$/.test(tagName))
      .map(wordsOf)
      .join(' '),
  )
  const pictures = all.filter(({ tagName }) => tagName === 'img')
  const sources = all.filter((element) => attribute(element, 'class').split(' ').includes('csl-entry'))
  return [
    ...absent('the title', [facts.title], headings),
    ...absent('the heading', facts.headings, headings),
    ...absent('the caption', [...facts.captions, ...facts.figures], body),
    ...(pictures.length === facts.figures.length ? [] : ['a picture is missing']),
    ...(sources.length === facts.notes.length ? [] : ['a source is missing']),
  ]
}
