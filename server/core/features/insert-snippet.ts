import type { Position, TextEdit } from 'vscode-languageserver-types'
import type { SnippetsParam as Param } from '../model/types.generated.ts'
import { type Answer, answerSchema } from '../snippets/answers.ts'
import { snippetExample } from '../snippets/example.ts'
import { ownerOf } from '../workspace/mentions.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import { protocolRange, type TextContext } from './feature.ts'
import { type Ground, groundOf, keepsWords } from './kept-words.ts'
import { type Fitting, filledIn, fittingSnippets, isHarmless } from './library-snippets.ts'
import { type Scene, sceneAt } from './scene.ts'
import { valueChoices } from './value-choices.ts'

/** What can be inserted at a position, those of a team before those of Chancery, by library. */
export function snippetOffers(context: TextContext, position: Position) {
  const scene = sceneAt(context, position)
  const ground = groundHere(scene)
  const offered = fittingSnippets(scene, true).filter((fitting) => isHarmless(scene, fitting, ground))
  return offered.sort((a, b) => Number(b.isOwn) - Number(a.isOwn)).map((fitting) => offerOf(scene, fitting))
}

/** For a snippet that somebody has chosen from a list nothing goes. */
function groundHere({ text, offset }: Scene): Ground {
  return groundOf(text, { start: offset, end: offset })
}

/** The shape is that of `SnippetOffer` in the protocol. */
function offerOf(scene: Scene, { name, snippet }: Fitting) {
  const id = ownerOf(name)
  return {
    name,
    title: snippet.title ?? name,
    description: snippet.description ?? '',
    library: scene.portfolio.terms('library', id)[0]?.title ?? id,
    example: snippetExample(name, houseOf(scene)),
    questions: Object.entries(snippet.params ?? {}).map(([key, param]) => questionOf(scene, key, param)),
  }
}

function questionOf(scene: Scene, key: string, param: Param) {
  const { label, required = false, default: usual = '', choices } = param
  const common = { key, text: label ?? key, isNeeded: required, usual: String(usual) }
  if (choices?.length)
    return { ...common, answer: 'one', choices: choices.map((each) => ({ id: String(each), label: String(each), detail: '' })) }
  const schema = answerSchema(param)
  if (schema?.['x-is'] === 'date') return { ...common, answer: 'date' }
  const offered = schema ? valueChoices({ ...scene, typed: '' }, schema, []) : []
  if (offered.length > 0) {
    const shown = offered.map(({ text, label: words, names }) => ({
      id: text,
      label: words,
      detail: words === text ? '' : text,
      names: names.map((each) => each.text).filter((each) => each !== '' && each !== words && each !== text),
    }))
    return { ...common, answer: 'one', choices: shown }
  }
  return { ...common, answer: schema?.type === 'number' || schema?.type === 'integer' ? 'number' : 'line' }
}

/** A snippet filled in at a position: the edits, or what is wrong with the answers in words. */
export function filledSnippet(
  context: TextContext,
  position: Position,
  { name, answers }: { readonly name: string; readonly answers: Readonly<Record<string, Answer>> },
): { readonly edits: readonly TextEdit[] } | { readonly problems: readonly string[] } {
  const scene = sceneAt(context, position)
  const fitting = fittingSnippets(scene, true).find((each) => each.name === name)
  if (!fitting) return { problems: ['The text has changed meanwhile, and the snippet fits here no longer. Choose again.'] }
  const { insertion, written, problems } = filledIn(scene, fitting, answers)
  const told = problems.filter(({ kind }) => kind !== 'unasked').map(({ message }) => message)
  if (!insertion || !written || told.length > 0) return { problems: told.length > 0 ? told : ['Nothing comes of this snippet here.'] }
  if (!keepsWords(groundHere(scene), insertion, written))
    return { problems: ['With these answers the file could not be read as it was meant, so nothing is inserted here.'] }
  const { span, text, above } = insertion
  const main = { range: protocolRange(scene.lines, span), newText: text }
  return { edits: above ? [{ range: protocolRange(scene.lines, { start: above.at, end: above.at }), newText: above.text }, main] : [main] }
}
