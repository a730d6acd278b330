import { describe, expect, it } from 'vitest'
import { lintText } from '../../server/core/index.ts'
import { projectOf, splitFiles } from '../support/files.ts'

/** Records and briefs of their time; each is right for good. */
const files = splitFiles(`#- partner-2023.engagement.yaml
chancery: engagement/1
id: partner-2023
type: joint-exercise
title: Exercise Winter March 2023
series: winter-march
iteration: 3
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: NOR }
participants:
  - { country: NOR, role: host, as: member }
  - { countries: [FIN, SWE], role: participant, as: partner }
  - { country: TUR, role: participant, as: member }
exercise: { form: [field-training], domains: [land], scale: { personnel: 10000 } }
framework: { organizations: [nato] }
transparency: { prior_notification: true, notified_on: 2022-12-20, observers_invited: true }
notes: The plan had been shown to all 30 Allies. Türkiye sent a battalion.
#- accession-2024.engagement.yaml
chancery: engagement/1
id: accession-2024
type: joint-exercise
title: Exercise Winter March 2024
series: winter-march
iteration: 4
status: completed
dates: { start: 2024-02-26, end: 2024-03-20 }
participants:
  - { country: NOR, role: host, as: member }
  - { country: SWE, role: participant, as: partner, note: "Partner on the first day, Ally from 7 March 2024" }
exercise: { form: [field-training] }
framework: { organizations: [nato] }
notes: At the beginning all 31 Allies had been told, at the end all 32 Allies.
#- left-2019.engagement.yaml
chancery: engagement/1
id: left-2019
type: staff-talks
title: Staff talks within the Union
status: completed
dates: { start: 2019-05-14 }
location: { country: GBR }
participants:
  - { country: GBR, role: host, as: member }
  - { country: FRA, role: guest, as: member }
framework: { organizations: [eu] }
#- suspended-2023.engagement.yaml
chancery: engagement/1
id: suspended-2023
type: staff-talks
title: Staff talks within the African Union
status: completed
dates: { start: 2023-03-01 }
participants:
  - { country: SEN, role: host, as: member }
  - { country: MLI, role: guest, as: member, note: Suspended since June 2021 and invited all the same }
framework: { organizations: [au] }
#- former-1975.engagement.yaml
chancery: engagement/1
id: former-1975
type: staff-talks
title: Talks of former States
status: completed
dates: { start: 1975-08-01 }
participants:
  - { countries: [SUN, YUG, DDR], role: participant }
#- access-2014.engagement.yaml
chancery: engagement/1
id: access-2014
type: visiting-forces-agreement
title: Access agreement
status: terminated
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { instrument: treaty, signed: 2014-04-28, in_force: 2015-01-01, ended: 2024-12-31 }
#- calls-2023.engagement.yaml
chancery: engagement/1
id: calls-2023
type: port-call
title: Call of a training ship
status: completed
dates: { start: 2023-06-02 }
location: { country: PHL }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: guest }
visit: { port: Subic Bay, direction: hosted }
framework: { agreements: [access-2014] }
precedents:
  - { engagement: access-2014, date: 2014-04 }
#- old.brief.yaml
chancery: brief/1
id: old
title: Turkey and the exercise
profile: state-info-memo
stage: final
date: 2022-01-17
bluf: Turkey sends a battalion to the exercise, and the plan has the consent of all 30 Allies.
background: Swaziland gave up its name in 2018. The staffs of Turkey and Norway met, and Turkey agreed.
`)

describe('a file of its time', () => {
  it.each(['2026-11-23', '2030-01-01', '2055-06-30'])('stays right on %s', async (today) => {
    expect(await findings(today)).toEqual([])
  })

  it('is judged by its own days all the same', async () => {
    const wrong = {
      ...files,
      'partner-2023.engagement.yaml': (files['partner-2023.engagement.yaml'] ?? '').replace('as: partner', 'as: member'),
    }
    expect(await findings('2030-01-01', wrong)).toEqual([
      'partner-2023.engagement.yaml org-member-on-date',
      'partner-2023.engagement.yaml org-member-on-date',
    ])
    const later = { ...files, 'old.brief.yaml': (files['old.brief.yaml'] ?? '').replace('2022-01-17', '2024-12-01') }
    expect(new Set(await findings('2030-01-01', later))).toEqual(
      new Set(['old.brief.yaml country-naming', 'old.brief.yaml org-all-members']),
    )
  })
})

/** What is said of countries, organizations and engagements, at whatever level. */
async function findings(today: string, given = files): Promise<readonly string[]> {
  const project = await projectOf(given)
  const about =
    /^(?:country|org|host|exercise|vd|agreement|date|attache|channel|trust|concern|cyber|disputed|objective|engagement-duplicate)/
  return project.paths.flatMap((path) =>
    lintText(project, path, given[path] ?? '', { today })
      .findings.filter(({ rule, severity }) => about.test(rule) || severity === 'error')
      .map(({ rule }) => `${path} ${rule}`),
  )
}
