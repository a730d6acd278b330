import { rules } from '../rules/all.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { OpenFile } from '../workspace/file.ts'
import type { Name } from '../workspace/mentions.ts'
import { type Occurrence, occurrencesIn } from '../workspace/names.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import { citableSources } from '../workspace/references.ts'
import { isUnknownWord } from './known-words.ts'
import type { Token, TokenType } from './token-legend.ts'

const types: Readonly<Record<Name['kind'], TokenType>> = {
  engagement: 'class',
  brief: 'class',
  series: 'class',
  library: 'class',
  snippet: 'function',
  copy: 'function',
  param: 'variable',
  rule: 'function',
  source: 'variable',
  claim: 'variable',
  recommendation: 'variable',
  risk: 'variable',
  option: 'enumMember',
  organization: 'interface',
  country: 'namespace',
  'engagement-type': 'type',
  profile: 'type',
  'exercise-form': 'enumMember',
  'exercise-focus': 'enumMember',
  naming: 'enumMember',
  scale: 'enumMember',
}

/** Everything that a file names, and whether it is there. What stands behind an alias is shown where it is written. */
export function tokensOfNames(file: OpenFile, vocabulary: Vocabulary, portfolio: Portfolio): readonly Token[] {
  const all = occurrencesIn(file, portfolio)
  const own = new Set(all.flatMap(({ name, role }) => (role === 'definition' ? [`${name.kind} ${name.id}`] : [])))
  const isDead = deadReader(file, vocabulary, portfolio)
  return all.flatMap((occurrence): readonly Token[] => {
    const { name, role, span, written } = occurrence
    if (span.start !== written.start || span.end !== written.end || span.start >= span.end) return []
    const token = { ...span, type: types[name.kind] }
    if (role === 'definition') return [{ ...token, modifier: 'declaration' }]
    const dead = !own.has(`${name.kind} ${name.id}`) && isDead(occurrence)
    return [dead ? { ...token, modifier: 'deprecated' } : token]
  })
}

/** Tells whether what is named is surely not there. Text in a library cites what the file has that takes it in. */
function deadReader({ parts }: OpenFile, vocabulary: Vocabulary, portfolio: Portfolio): (occurrence: Occurrence) => boolean {
  const sources = parts.map(({ document }) => (document.kind ? citableSources(document, portfolio) : undefined))
  return ({ name: { kind, id }, index }) => {
    const document = parts[index]?.document
    if (!document?.kind) return false
    switch (kind) {
      case 'engagement':
        // Of a broken document it is not known which ids it gives itself.
        return document.kind !== 'snippets' && document.damaged.size === 0 && portfolio.defined('engagement', id).length === 0
      case 'source':
        return sources[index]?.areAllKnown === true && !sources[index].has(id)
      case 'option':
        return !document.damaged.has('options')
      case 'rule':
        return !rules.some((rule) => rule.id === id)
      default:
        return isUnknownWord(vocabulary, { kind, id })
    }
  }
}
