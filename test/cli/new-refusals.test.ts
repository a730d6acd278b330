import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Case, check } from '../support/cli.ts'
import { today } from '../support/new-file.ts'
import { engagement } from '../support/sample.ts'

const port = [
  'new',
  'engagement',
  '--type',
  'port-call',
  '--title',
  'Visit',
  '--country',
  'AUS',
  '--country',
  'PHL',
  '--start',
  '2024-05-03',
]
const refusals: readonly Case[] = [
  { name: 'nothing said', args: ['new', 'engagement'], status: 2, stderr: [/^chancery: --type is needed\. .*\n$/] },
  { name: 'a type that is not known', args: ['new', 'engagement', '--type', 'port cal'], status: 2, stderr: ['Did you mean port-call?'] },
  { name: 'no title', args: port.slice(0, 4), status: 2, stderr: ['--title is needed.'] },
  { name: 'one country', args: [...port.slice(0, 8), '--start', '2024'], status: 2, stderr: ['--country is needed twice'] },
  { name: 'a country that is not known', args: [...port, '--country', 'Norwegia'], status: 2, stderr: ['"Norwegia" is no country'] },
  {
    name: 'an organization that is not known',
    args: [...port, '--organization', 'nattoo'],
    status: 2,
    stderr: ['"nattoo" is no organization'],
  },
  { name: 'no fact for the block of the type', args: port, status: 2, stderr: ['--purpose is needed.'] },
  {
    name: 'a fact that the type has no place for',
    args: [...port, '--purpose', 'goodwill', '--medium', 'video'],
    status: 2,
    stderr: ['--medium does not belong to the type port-call'],
  },
  {
    name: 'a date that is none',
    args: [...port.slice(0, 10), '--start', '31/12/2024'],
    status: 2,
    stderr: ['--start: "31/12/2024" is no date'],
  },
  { name: 'an end before the start', args: [...port, '--end', '2024-05-01'], status: 2, stderr: ['cannot be before the first'] },
  {
    name: 'a status that does not fit',
    args: [...port, '--purpose', 'goodwill', '--status', 'in force'],
    status: 2,
    stderr: ['--status: "in force" is not among planned'],
  },
  {
    name: 'a month that is not over, without a status',
    args: [...port.slice(0, 10), '--start', '2026-11', '--today', today, '--purpose', 'goodwill'],
    status: 2,
    stderr: ['--status is needed.'],
  },
  { name: 'an id that is none', args: [...port, '--purpose', 'goodwill', '--id', 'Visit 2024'], status: 2, stderr: ['as visit-2024'] },
  {
    name: 'a title that makes no id',
    args: [...port.slice(0, 4), '--title', '訪問', ...port.slice(6), '--purpose', 'goodwill'],
    status: 2,
    stderr: ['--id is needed.'],
  },
  {
    name: 'a file that is there',
    args: [...port, '--purpose', 'goodwill'],
    files: { 'visit-2024.engagement.yaml': 'mine' },
    status: 2,
    stderr: ['Choose another id with --id.'],
  },
  {
    name: 'a file that is there, by its name',
    args: [...port, '--purpose', 'goodwill', '--out', 'visit-2024.engagement.yaml'],
    files: { 'visit-2024.engagement.yaml': 'mine' },
    status: 2,
    stderr: ['nothing is ever overwritten'],
  },
  {
    name: 'an id that another file has',
    args: [...port, '--purpose', 'goodwill', '--id', 'staff-talks-2024', '--out', 'b'],
    files: { 'a/staff-talks-2024.engagement.yaml': engagement },
    status: 2,
    stderr: [/^chancery: Nothing was written, .*\n {2}\S/],
  },
  {
    name: 'a name that says something else',
    args: [...port, '--purpose', 'goodwill', '--out', 'visit.brief.yaml'],
    status: 2,
    stderr: ['must end in .engagement.yaml'],
  },
  { name: 'words that belong to no option', args: ['new', 'brief', 'Keep', 'open'], status: 2, stderr: ['--title'] },
  { name: 'no profile', args: ['new', 'brief', '--title', 'x'], status: 2, stderr: ['--profile is needed.', 'think-tank'] },
  { name: 'no bottom line', args: ['new', 'brief', '--title', 'x', '--profile', 'idrc'], status: 2, stderr: ['--bluf is needed.'] },
  {
    name: 'text that is not ready',
    args: ['new', 'brief', '--title', 'x', '--profile', 'idrc', '--bluf', 'TODO'],
    status: 2,
    stderr: ['Nothing was written'],
  },
]

describe('new refuses', () => {
  it.each(refusals)('$name', (given) => {
    const { folder } = check(given)
    const there = Object.keys(given.files ?? {})
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())).toHaveLength(there.length)
    if (existsSync(join(folder, 'visit-2024.engagement.yaml')))
      expect(readFileSync(join(folder, 'visit-2024.engagement.yaml'), 'utf8')).toBe('mine')
  })
})
