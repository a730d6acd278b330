import type { PlacedFinding, Severity } from '../text/finding.ts'
import { counted } from '../text/words.ts'
import { type Answer, type CheckedItem, type Checks, checklist } from './checklist.ts'
import type { Context } from './context.ts'
import {
  type Blocks,
  bullets,
  definition,
  type Inline,
  key,
  type Place,
  paragraph,
  type Section,
  section,
  strong,
  table,
  text,
} from './document-model.ts'

/** What whoever reviews a paper has before them: what the checklist asks and what the checks found. Only an editor has it. */
export function reviewOf({ editor }: Context, asked: Pick<Checks, 'brief' | 'profile'> | undefined): { readonly review?: Section } {
  if (!editor) return {}
  const { findings, isIgnored = false, off = new Set<string>() } = editor
  const ignored = paragraph('The chancery.yaml of this folder leaves this file alone, so nothing in it is checked.')
  const blocks = isIgnored
    ? ignored
    : [
        ...section('review-findings', 'Findings', findingBlocks(findings)),
        ...(asked ? section('review-checklist', 'Checklist', checklistBlocks(checklist({ ...asked, findings, off }))) : []),
      ]
  const [review] = section('review', 'For the reviewer', blocks)
  return review ? { review } : {}
}

const severityWords: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' }
const gravest = ['error', 'warning', 'info', 'hint'] as const

/** Nobody reads on after so many, and a broken file has thousands. */
const most = 100

function findingBlocks(findings: readonly PlacedFinding[] | undefined): Blocks {
  if (!findings) return paragraph('The paper is being checked.', 'quiet')
  if (findings.length === 0) return paragraph('The checks found nothing.')
  const inOrder = gravest.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  const rest = findings.length - most
  return [
    ...bullets(inOrder.slice(0, most).map(findingItem)),
    ...paragraph(rest > 0 ? `${counted(rest, 'more finding')} in the list of problems.` : undefined, 'quiet'),
  ]
}

function findingItem({ severity, message, rule, at }: PlacedFinding): Blocks {
  return paragraph([strong(severityWords[severity]), text(': '), lead(at, message), text('\u00a0'), key(rule)])
}

const answerWords: Readonly<Record<Answer, string>> = { met: 'Met', open: 'Open', unclear: 'For you to judge', unchecked: 'Not checked' }

function checklistBlocks(items: readonly CheckedItem[]): Blocks {
  const rows = items.map(({ question, answer, why, at }) => [
    ...definition('Question', paragraph([lead(at, question)])),
    ...definition('Answer', paragraph(answer === 'open' ? [strong(answerWords.open)] : answerWords[answer])),
    ...definition('Why', paragraph(why, 'quiet')),
  ])
  const open = items.filter(({ answer }) => answer === 'open').length
  const caption = open === 0 ? 'Nothing on the list is open' : `${counted(open, 'question')} still open`
  return table(caption, ['Question', 'Answer', 'Why'], rows)
}

function lead(to: Place, words: string): Inline {
  return { kind: 'lead', to, content: [text(words)] }
}
