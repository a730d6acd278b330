// @ts-check
/** What a paper says, taken from its web page: every other form has to say it too. */
import { readFileSync } from 'node:fs'
import { parse, defaultTreeAdapter as tree } from 'parse5'

/** @typedef {import('parse5').DefaultTreeAdapterMap} Tree */
/**
 * @typedef {object} Facts
 * @property {string} title
 * @property {string} language
 * @property {string} marking
 * @property {readonly string[]} headings of sections, the one of the notes left out
 * @property {readonly string[]} captions of tables
 * @property {readonly string[]} figures their titles
 * @property {readonly string[]} notes
 * @property {readonly string[]} paragraphs
 */

/** What only a page has: a table of contents, ways back from notes, and words for those who see no picture. */
const ofPagesAlone = new Set(['nav', 'details', 'style', 'script', 'svg', 'footer'])

/** @param {string} file @returns {Facts} */
export function factsOf(file) {
  const page = parse(readFileSync(file, 'utf8'))
  const all = elementsIn(page)
  /** @param {(element: Tree['element']) => boolean} isMeant */
  const words = (isMeant) => all.filter(isMeant).map(wordsOf)
  const notes = all.filter(
    (element) => element.tagName === 'li' && classOf(element) === '' && classOf(tree.getParentNode(element)) === 'notes',
  )
  return {
    title: words(({ tagName }) => tagName === 'h1')[0] ?? '',
    language: attribute(
      all.find(({ tagName }) => tagName === 'html'),
      'lang',
    ),
    marking: elementsIn(all.find((element) => classOf(element).split(' ').includes('marking')) ?? page)
      .filter(({ tagName }) => tagName === 'strong')
      .map(wordsOf)
      .join(' '),
    headings: words((element) => /^h[2-6]$/.test(element.tagName) && attribute(element, 'id') !== 'references-title'),
    captions: words(({ tagName }) => tagName === 'caption'),
    figures: words(({ tagName }) => tagName === 'figcaption'),
    notes: notes.map(wordsOf),
    paragraphs: words((element) => element.tagName === 'p' && !classOf(element).startsWith('marking')),
  }
}

/** The elements below one in their order, without what only pages have. @param {Tree['parentNode']} node @returns {readonly Tree['element'][]} */
export function elementsIn(node) {
  return node.childNodes.flatMap((child) => (tree.isElementNode(child) && !isOfPagesAlone(child) ? [child, ...elementsIn(child)] : []))
}

/** @param {Tree['element']} element */
function isOfPagesAlone(element) {
  return ofPagesAlone.has(element.tagName) || classOf(element) === 'back' || classOf(element) === 'unseen' || classOf(element) === 'home'
}

/** @param {Tree['parentNode']} node @returns {string} */
export function wordsOf(node) {
  return node.childNodes
    .map((child) => (tree.isTextNode(child) ? child.value : tree.isElementNode(child) && !isOfPagesAlone(child) ? wordsOf(child) : ''))
    .join('')
    .trim()
}

/** @param {Tree['parentNode'] | null} node */
function classOf(node) {
  return node && tree.isElementNode(node) ? attribute(node, 'class') : ''
}

/** @param {Tree['element'] | undefined} element @param {string} name */
export function attribute(element, name) {
  return element?.attrs.find((each) => each.name === name)?.value ?? ''
}
