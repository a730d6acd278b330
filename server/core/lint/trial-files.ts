import type { Kind } from '../model/kinds.ts'
import type { Value } from '../model/read.ts'

/** Small files in which nothing is wrong, as plain data. */
export const trialFiles: Readonly<Partial<Record<Kind, Readonly<Record<string, Value>>>>> = {
  engagement: {
    chancery: 'engagement/1',
    id: 'trial',
    type: 'joint-exercise',
    title: 'Exercise Trial 2024',
    status: 'completed',
    dates: { start: '2024-05-16', end: '2024-05-30' },
    participants: [{ organization: 'un', role: 'observer' }],
    exercise: { form: ['field-training'], focus: ['hadr'], domains: ['land'] },
    sources: { press: { type: 'news', title: 'The trial begins', publisher: 'The Press', date: '2024-05-16' } },
  },
  brief: {
    chancery: 'brief/1',
    id: 'trial',
    title: 'Talks at sea',
    profile: 'state-info-memo',
    stage: 'draft',
    date: '2024-11-02',
    bluf: 'The two navies met again and set a date for the next talks.',
    background: 'The staffs met in May.',
  },
}

/** What these say depends on the rest of the file that takes the snippet in. */
export const aboutTheRest: readonly string[] = [
  ...['id-filename', 'id-duplicate', 'ref-source', 'ref-engagement', 'rec-not-option', 'type-block-mismatch', 'type-required-fields'],
  ...['section-forbidden', 'section-missing', 'section-order', 'participants-min'],
]

/** Of a whole file there is no rest but its name and what it cites. */
export const aboutOtherFiles: readonly string[] = ['id-filename', 'id-duplicate', 'ref-engagement']
