import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'file-unreadable',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'The file cannot be opened.',
  reason:
    'A file that cannot be read cannot be checked, and what refers to it is not judged. Check whether it still exists, whether it is a link to something that is gone, and whether you may read it. No text can show this, so there is no example.',
  source: 'Chancery: every file that a run is asked about is reported on.',
  examples: {
    bad: [],
    good: [],
  },
}
