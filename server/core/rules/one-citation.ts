import { citationsIn, type ProseCitation } from '../model/citations.ts'
import type { Passage } from '../model/passages.ts'
import type { Span } from '../text/span.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { localOf } from '../workspace/references.ts'
import type { Context, SharedContext } from './rule.ts'
import { isOthersVoice } from './wording.ts'

/** A sentence that cites one engagement and nothing else, so that what it says can be held against that file. */
export interface OnOneEngagement extends Span {
  readonly passage: Passage
  readonly entry: Entry
}

/** Of a document, in its order. An engagement that two files define is none that could be compared. */
export function sentencesOnOneEngagement({ kept }: Context): readonly OnOneEngagement[] {
  return kept(onOneEngagement)
}

function onOneEngagement(context: SharedContext): readonly OnOneEngagement[] {
  return [...sentencesIn(context)]
}

function* sentencesIn({ document, fields, passages, portfolio }: SharedContext): Generator<OnOneEngagement> {
  const { citation } = localOf(document, fields, portfolio)
  for (const passage of passages()) {
    if (!passage.text.includes('[@') || isOthersVoice(passage.path)) continue
    const cited = citationsIn(passage.text)
    for (const { start, end, ids } of citingSentences(passage, cited)) {
      const [id, ...others] = ids
      if (id === undefined || others.length > 0 || citation(id) !== 'engagement') continue
      const [entry, ...same] = portfolio.defined('engagement', id)
      if (entry && same.length === 0) yield { passage, entry, start, end }
    }
  }
}

interface Citing extends Span {
  readonly ids: readonly string[]
}

/** Sentences with the ids that they cite, each once; what is cited behind the full stop belongs to the sentence before it. */
function* citingSentences({ text, blocks }: Passage, cited: readonly ProseCitation[]): Generator<Citing> {
  let at = 0
  for (const block of blocks) {
    for (const { start, end: full } of block.sentences()) {
      const end = Math.min(block.end, full + (trailing.exec(text.slice(full, full + 1000))?.[0].length ?? 0))
      while (at < cited.length && (cited[at]?.from ?? 0) < start) at++
      const ids: string[] = []
      for (; at < cited.length && (cited[at]?.from ?? 0) < end; at++) ids.push(cited[at]?.id ?? '')
      yield { start, end, ids: [...new Set(ids)] }
    }
  }
}

const trailing = /^(?:\s{0,4}\[@[^\]\s]{1,200}\])+/
