import { describe, expect, it } from 'vitest'
import { type Case, run } from '../support/cli.ts'
import { config, workspace } from '../support/sample.ts'

const refusals: readonly (Pick<Case, 'args' | 'files'> & { readonly says: string })[] = [
  { args: ['lint', 'nowhere'], says: 'There is no file or folder nowhere.' },
  { args: ['lint', 'brief/'], files: workspace, says: 'Did you mean briefs?' },
  { args: ['lint', '-'], says: '--stdin' },
  { args: ['lint'], says: 'There is no file for Chancery in .' },
  { args: ['lint', '*.brief.yaml'], files: workspace, says: 'No file for Chancery matches *.brief.yaml.' },
  {
    args: ['lint'],
    files: { ...workspace, 'chancery.yaml': `${config}ignore: ["**"]\n` },
    says: '"ignore" in chancery.yaml leaves out every file here',
  },
  { args: ['lint', '--fomat', 'json'], says: 'There is no option --fomat. Did you mean --format?' },
  { args: ['lint', '--fxi'], files: workspace, says: 'There is no option --fxi. Did you mean --fix?' },
  { args: ['lint', '--fix', '--fix-dry-run'], files: workspace, says: 'leave one of them out' },
  { args: ['lint', '--fix', '--stdin'], says: '--fix-dry-run shows what it would change' },
  { args: ['lint', '--fix-dry-run', '--format', 'json'], files: workspace, says: '--format json=FILE' },
  { args: ['lint', '-x.brief.yaml'], says: './-x' },
  { args: ['lint', '--format', 'jsn'], files: workspace, says: 'There is no format "jsn". Did you mean json? There are stylish, json, ' },
  { args: ['lint', '--format', 'json='], files: workspace, says: 'names no file' },
  { args: ['lint', '--format', 'json', '--format', 'stylish'], files: workspace, says: 'Only one format' },
  { args: ['lint', '--format', 'json=a', '--format', 'stylish=a'], files: workspace, says: 'would both be written to a.' },
  { args: ['lint', '--format', 'json=a', '--format', 'sarif=./a'], files: workspace, says: 'would both be written to ./a.' },
  { args: ['lint', '--update-baseline', '--baseline', 'b.json', '--format', 'json=./b.json'], files: workspace, says: 'over the baseline' },
  { args: ['lint', ''], files: workspace, says: 'One of the paths is empty' },
  { args: ['lint', 'no\n::error::where'], files: workspace, says: 'no\u240a::error::where' },
  {
    args: ['lint', '--config', 'own.yaml'],
    files: { ...workspace, 'own.yaml': `${config}ignore: ["**"]\n` },
    says: '"ignore" in own.yaml leaves out every file here',
  },
  { args: ['lint', '--format', 'json=chancery.yaml/x'], files: workspace, says: 'could not be written' },
  { args: ['lint', '--format', 'json=briefs'], files: workspace, says: 'there is a folder of that name' },
  { args: ['lint', '--format'], files: workspace, says: '--format needs a value' },
  { args: ['lint', '--format', '--quiet'], files: workspace, says: '--format needs a value' },
  { args: ['lint', '--quiet=yes'], files: workspace, says: '--quiet takes no value' },
  { args: ['lint', '--today', 'yesterday'], files: workspace, says: '--today takes a day' },
  { args: ['lint', '--today', '2026-02-30'], files: workspace, says: '--today takes a day' },
  { args: ['lint', '--today', '2026-02'], files: workspace, says: '--today takes a day' },
  { args: ['lint', '--stage', 'finnal'], files: workspace, says: 'Did you mean final?' },
  { args: ['lint', '--fail-on', 'hint'], files: workspace, says: '--fail-on takes error, warning, info' },
  { args: ['lint', '--max-warnings', '-1'], files: workspace, says: '--max-warnings' },
  { args: ['lint', '--max-warnings', 'many'], files: workspace, says: 'whole number' },
  { args: ['lint', '--rule', 'unknown-key'], files: workspace, says: 'ID=LEVEL' },
  { args: ['lint', '--rule', 'unknwon-key=off'], files: workspace, says: 'Did you mean unknown-key?' },
  { args: ['lint', '--rule', 'unknown-key=loud'], files: workspace, says: 'off, hint, info, warning or error' },
  { args: ['lint', '--config', 'nowhere.yaml'], files: workspace, says: '--config nowhere.yaml cannot be read. There is no such file.' },
  { args: ['lint', '--config', 'briefs'], files: workspace, says: 'This is a folder' },
  { args: ['lint', '--config', 'briefs/talks-at-sea.brief.yaml'], files: workspace, says: 'is no configuration' },
  { args: ['lint', '--stdin-filename', 'a.brief.yaml'], says: 'goes with --stdin' },
  { args: [], says: '' },
  { args: ['lnt'], says: 'Did you mean "chancery lint"?' },
  { args: ['briefs/'], says: 'chancery lint briefs/' },
  { args: ['--quiet'], says: 'A command comes first' },
]

describe('what cannot be done ends with status 2 and a line that says why', () => {
  it.each(refusals)('chancery $args', ({ args, files, says }) => {
    const { status, stdout, stderr } = run({ args, ...(files ? { files } : {}) })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
    if (args.length > 0) expect(stderr).toMatch(/^chancery: [^\n]+\n$/)
  })
})
