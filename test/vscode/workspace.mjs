// @ts-check
/** The folder that the tests and the screenshots open: a copy of the examples, with files of our own planted in it. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './places.mjs'

/** Offers and questions of the editor's own would stand in the way. */
const settings = {
  'chat.disableAIFeatures': true,
  // In a browser it is on, unlike on the desktop, and the tests would change the files for one another.
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

const notOpen = `chancery: engagement/1
id: not-open
type: joint-exercise
title: Exercise Closed Door
status: completed
dates: { start: 2024-05-16, end: 2024-05-30 }
participants:
  - { country: Japann, role: host }
  - { country: AUS, role: participant }
exercise: { form: [field-training], focus: [hadr], domains: [land] }
sources:
  press: { type: news, title: A closed door, publisher: The Press, date: 2024-06-01 }
`

const plain = `chancery: brief/1
id: plain
title: A brief whose name does not say so
profile: state-info-memo
stage: draft
date: 2025-10-13
bluf: Known by its first line alone.
background: Nothing more is said.
`

const visit = `chancery: engagement/1
id: harbour-call-2024
type: port-call
title: A frigate at Subic Bay
status: completed
dates: { start: 2024-04-22, end: 2024-04-25 }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: guest }
visit: { port: Subic Bay, purpose: goodwill }
`

/** @param {string} id */
const citing = (id) => `chancery: brief/1
id: ${id}
title: What the call was good for
profile: state-info-memo
stage: draft
date: 2025-10-13
bluf: The call went well.
background: The frigate berthed [@harbour-call-2024] for three days.
engagements: [harbour-call-2024]
`

/** Tasks as a writer would keep them: one that passes, one that finds something, one that corrects, and one that asks for what there is not. */
const tasks = {
  version: '2.0.0',
  tasks: [
    {
      type: 'chancery',
      label: 'sound file',
      paths: ['engagements/rimpac-2024.engagement.yaml'],
      failOn: 'error',
      problemMatcher: '$chancery',
    },
    { type: 'chancery', label: 'file with a mistake', paths: ['planted/not-open.engagement.yaml'], problemMatcher: '$chancery' },
    { type: 'chancery', label: 'file to correct', paths: ['planted/to-correct.engagement.yaml'], fix: true, problemMatcher: '$chancery' },
    { type: 'chancery', label: 'no such stage', stage: 'finished', problemMatcher: '$chancery' },
  ],
}

const planted = {
  '.vscode/tasks.json': JSON.stringify(tasks, null, 2),
  'portfolio/harbour-call-2024.engagement.yaml': visit,
  'portfolio/one.brief.yaml': citing('one'),
  'portfolio/two.brief.yaml': citing('two'),
  'portfolio/three.brief.yaml': citing('three'),
  'planted/not-open.engagement.yaml': notOpen,
  'planted/to-correct.engagement.yaml': notOpen.replace('id: not-open', 'id: to-correct').replace('Japann', 'Japan'),
  'planted/plain.yaml': plain,
  'planted/pipeline.yaml': 'on: push\njobs: { build: { steps: [run: make] } }\n',
}

/** An empty folder in the machine's place for such. */
export function temporaryFolder() {
  return realpathSync(mkdtempSync(join(tmpdir(), 'chancery-vscode-')))
}

/**
 * Fills a folder with the examples.
 * @param {string} folder
 * @param {{ readonly settings?: Readonly<Record<string, unknown>>, readonly files?: Readonly<Record<string, string>> }} [more]
 */
export function fillWorkspace(folder, more = {}) {
  cpSync(join(root, 'examples'), folder, { recursive: true })
  write(folder, '.vscode/settings.json', JSON.stringify({ ...settings, ...more.settings }, null, 2))
  for (const [path, text] of Object.entries(more.files ?? {})) write(folder, path, text)
}

/**
 * The files with which the tests begin.
 * @param {string} folder
 */
export function fillForTests(folder) {
  fillWorkspace(folder, { files: planted })
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} text
 */
function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
