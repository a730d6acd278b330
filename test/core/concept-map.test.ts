import { describe, expect, it } from 'vitest'
import { builtIn, type Kind } from '../../server/core/index.ts'
import { schemaAt } from '../../server/core/schema/schema.ts'
import { schemas } from '../../server/core/schema/schemas.generated.ts'

/**
 * The subject, section by section, and where a writer puts it. A field is named
 * by its path, `[]` for the items of a list, with the values that the section
 * needs where it is an enumeration. A row fails when its field is lost.
 */
const map: Readonly<Record<string, readonly (readonly [field: string, values?: readonly string[]])[]>> = {
  '1 Introduction: military means, diplomatic ends': [
    ['engagement.objectives[].kind', ['diplomatic', 'military', 'signalling', 'humanitarian', 'economic']],
    ['engagement.objectives[].text'],
    ['brief.issue'],
    ['brief.bluf'],
  ],
  '2 Importance: dialogue, trust, crises': [
    ['engagement.type'],
    [
      'engagement.functions[]',
      [
        'conflict-prevention',
        'crisis-management',
        'peacekeeping',
        'capability-building',
        'deterrence-signalling',
        'reassurance',
        'information-exchange',
        'relationship-building',
        'norm-setting',
        'humanitarian',
      ],
    ],
    ['brief.background'],
    ['brief.analysis'],
  ],
  '3 History: precedents, series, States and bodies that are no more': [
    ['engagement.precedents[].engagement'],
    ['engagement.precedents[].title'],
    ['engagement.precedents[].date'],
    ['engagement.series'],
    ['engagement.iteration'],
    ['brief.history[].date'],
  ],
  '4 Strategies': [
    ['brief.options[].strategy[]', ['trust-building', 'channels', 'joint-exercises', 'attache-network', 'multilateral', 'cyber-diplomacy']],
    ['engagement.transparency.prior_notification'],
    ['engagement.transparency.notified_on'],
    ['engagement.transparency.observers_invited'],
    ['engagement.transparency.public_announcement'],
    ['engagement.transparency.after_action_public'],
  ],
  '5 Trust and channels of communication': [
    ['engagement.trust.effect', ['builds', 'sustains', 'neutral', 'erodes', 'unknown']],
    ['engagement.trust.basis'],
    [
      'engagement.trust.measures[]',
      ['information-exchange', 'notification', 'observation', 'inspection', 'evaluation', 'hotline', 'contacts', 'constraints'],
    ],
    ['engagement.channel.medium'],
    ['engagement.channel.level'],
    ['engagement.channel.availability'],
    ['engagement.channel.status'],
    ['engagement.channel.last_used'],
    ['engagement.channel.last_tested'],
    ['engagement.channel.protocol'],
    ['brief.claims[].basis'],
  ],
  '6 Joint exercises': [
    ['engagement.exercise.form[]'],
    ['engagement.exercise.focus[]'],
    ['engagement.exercise.domains[]', ['land', 'maritime', 'air', 'space', 'cyber', 'information']],
    ['engagement.exercise.scale.personnel'],
    ['engagement.exercise.scenario'],
    ['engagement.exercise.live_fire'],
    ['engagement.outcomes[].text'],
    ['engagement.participants[].role', ['host', 'co-host', 'lead', 'participant', 'observer', 'planner']],
  ],
  '7 Attachés': [
    ['engagement.attache.sending_state'],
    ['engagement.attache.receiving_state'],
    ['engagement.attache.accredited_to[]'],
    ['engagement.attache.branch'],
    ['engagement.attache.agrement'],
    ['engagement.attache.resident'],
    [
      'engagement.attache.functions[]',
      [
        'represent',
        'advise-ambassador',
        'liaise',
        'observe-and-report',
        'negotiate-support',
        'facilitate-visits',
        'support-exercises',
        'defence-industry-liaison',
        'cultural-exchange',
        'consular-crisis-support',
        'training-coordination',
        'advocacy',
      ],
    ],
  ],
  '8 Multilateral organizations': [
    ['engagement.framework.organizations[]'],
    ['engagement.framework.mandate'],
    ['engagement.participants[].organization'],
    [
      'engagement.threats[]',
      ['terrorism', 'cyber', 'regional-conflict', 'nuclear-proliferation', 'piracy', 'trafficking', 'grey-zone', 'interstate-aggression'],
    ],
  ],
  '9 Cyber diplomacy': [
    ['engagement.cyber.aspects[]', ['protection', 'digital-coordination', 'threat-sharing', 'exercise-integration']],
    ['engagement.cyber.instruments[]'],
  ],
  '10 Case studies': [
    ['brief.case_studies[].engagements[]'],
    ['brief.case_studies[].lesson'],
    ['brief.case_studies[].transferability'],
    ['brief.case_studies[].counter_evidence'],
  ],
  '11 The transatlantic case': [
    ['engagement.framework.basis'],
    ['engagement.participants[].as', ['member', 'partner', 'observer-state', 'non-member']],
  ],
  '12 The Asia-Pacific case': [
    ['engagement.location.disputed'],
    ['engagement.location.area'],
    ['brief.perspectives[].actor'],
    ['brief.perspectives[].view'],
    ['brief.perspectives[].sources[]'],
  ],
  '13 Challenges and controversies': [
    [
      'engagement.concerns[].kind',
      [
        'escalation',
        'perceived-aggression',
        'exclusionary-alliance',
        'arms-race',
        'regional-destabilization',
        'sovereignty',
        'international-law',
        'ethics',
        'miscalculation',
        'transparency-deficit',
        'espionage',
        'dependency',
        'human-rights',
        'cost',
      ],
    ],
    ['engagement.concerns[].raised_by'],
    ['engagement.concerns[].text'],
    ['engagement.concerns[].response'],
    ['engagement.concerns[].sources[]'],
    ['brief.risks[].category', ['escalation', 'miscalculation']],
    ['brief.risks[].likelihood'],
    ['brief.risks[].impact', ['low', 'medium', 'high', 'severe']],
    ['brief.risks[].mitigation'],
    ['brief.risks[].owner'],
  ],
  '14 What comes next': [
    [
      'engagement.themes[]',
      [
        'ai',
        'cyber',
        'digital-platforms',
        'climate',
        'pandemic',
        'hadr',
        'space',
        'autonomous-systems',
        'undersea-infrastructure',
        'information-environment',
        'women-peace-security',
        'energy-security',
      ],
    ],
    ['engagement.space.uses[]', ['communication', 'surveillance', 'exploration', 'ssa']],
    ['brief.outlook[].horizon'],
    ['brief.outlook[].likelihood'],
    ['brief.themes[]'],
  ],
  '15 Conclusion': [
    ['engagement.shared_interests[]'],
    ['brief.recommendations[].text'],
    ['brief.recommendations[].owner'],
    ['brief.recommendations[].due'],
  ],
}

function fieldAt(field: string) {
  const [kind, ...rest] = field.split('.')
  const path = rest.flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
  return schemaAt(schemas[kind as Kind], path)
}

describe('every section of the subject can be written down', () => {
  it('in fifteen sections', () => expect(Object.keys(map)).toHaveLength(15))

  it.each(Object.entries(map))('%s', (_, rows) => {
    expect(rows.filter(([field]) => fieldAt(field) === undefined)).toEqual([])
    const lost = rows.flatMap(([field, values = []]) => {
      const known = new Set((builtIn.enumerations[fieldAt(field)?.['x-enumeration'] ?? ''] ?? []).map((e) => e.id))
      return values.filter((value) => !known.has(value)).map((value) => `${field}: ${value}`)
    })
    expect(lost).toEqual([])
  })

  it('with every trait of time among the types', () => {
    const traits = new Set(builtIn.engagementTypes.flatMap((t) => t.temporal))
    expect(traits).toEqual(new Set(['event', 'instrument', 'standing']))
  })
})
