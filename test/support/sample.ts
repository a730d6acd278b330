/** Sound files for tests that need any. */
export const engagement = `chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`

export const brief = `chancery: brief/1
id: talks-at-sea
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again [@staff-talks-2024] and set a date for the next talks.
background: The staffs met in May.
engagements: [staff-talks-2024]
`

/** A brief that refers to nothing. */
export const lone = `chancery: brief/1
id: talks-at-sea
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`

export const config = 'chancery: config/1\n'

/** The lone brief with a slip of the finger in line 3. */
export const misspelt = lone.replace('title:', 'titel:')

/** The brief with a reference that leads nowhere, in line 9. */
export const dangling = brief.replace('engagements: [staff-talks-2024]', 'engagements: [staff-talk-2024]')

export const workspace = {
  'chancery.yaml': config,
  'engagements/staff-talks-2024.engagement.yaml': engagement,
  'briefs/talks-at-sea.brief.yaml': brief,
}
