import { explain, explainOptions } from './explain.ts'
import type { Manual } from './help.ts'
import { lint } from './lint.ts'
import { lintOptions, trustOption } from './lint-options.ts'
import { lsp, lspOptions } from './lsp.ts'
import { newBrief, newBriefOptions } from './new/brief.ts'
import { newEngagement, newEngagementOptions } from './new/engagement.ts'
import type { Arguments } from './options.ts'
import { render, renderOptions } from './render/render.ts'
import type { Shell, Status } from './shell.ts'
import { checkSnippets, checkSnippetsOptions } from './snippets/check.ts'
import { importOptions, importSnippets } from './snippets/import.ts'
import { listSnippets } from './snippets/list.ts'
import { newLibrary, newLibraryOptions } from './snippets/new.ts'
import { packLibraries, packOptions } from './snippets/pack.ts'
import { showSnippet } from './snippets/show.ts'

export interface Command extends Manual {
  readonly run: (args: Arguments, shell: Shell) => Promise<Status>
}

export const commands: readonly Command[] = [
  {
    name: 'lint',
    takes: '[PATH ...]',
    summary: 'Check files',
    about:
      'Checks engagements, briefs and the files beside them. A PATH is a file, a folder or a glob; without one, the current folder is checked. The whole workspace is read, so that references resolve, but findings are reported for the named paths alone.',
    options: lintOptions,
    examples: [
      ['chancery lint briefs --stage final', 'check all briefs as strictly as if they were final'],
      ['chancery lint "**/*.brief.yaml" --format stylish --format json=report.json', 'read the findings here and keep them for a program'],
      ['chancery lint --rule rec-owner=error --fail-on warning', 'set one rule for this run, and let warnings count'],
    ],
    run: lint,
  },
  {
    name: 'explain',
    takes: 'RULE',
    summary: 'Say what a rule asks, and why',
    about: 'Shows the page of a rule: what it looks for, why it matters, where the convention comes from, and how to change or silence it.',
    options: explainOptions,
    examples: [
      ['chancery explain rec-owner', 'what stands behind a finding that ends in rec-owner'],
      ['chancery lint --list-rules', 'all rules'],
    ],
    run: explain,
  },
  {
    name: 'render',
    takes: 'PATH ...',
    summary: 'Make pages and documents to read, send and print',
    about:
      'Renders engagements and briefs as web pages that need no other file, as Markdown for Pandoc, as Word or as PDF. A file with errors is left out, unless --force says otherwise. Several files, or a folder, give a document each; web pages also get a list of all of them.',
    options: renderOptions,
    examples: [
      ['chancery render briefs/keep-the-channel-open.brief.yaml --to html --out page.html', 'one page'],
      ['chancery render briefs --to docx --template house.docx --out papers', 'Word documents with the styles of the house'],
      ['chancery render . --to html --out pages/', 'a page for each engagement and brief, and pages/index.html'],
    ],
    run: render,
  },
  {
    name: 'new engagement',
    takes: '',
    summary: 'Begin a record of what happened',
    about:
      'Writes a valid engagement to go on from. What the options leave open is asked for on a terminal. Countries, organizations and types may be given by name.',
    options: newEngagementOptions,
    examples: [
      ['chancery new engagement', 'answer a few questions'],
      [
        'chancery new engagement --type "port call" --title "HMAS Sydney in Manila" --country Australia --country Philippines --start 2026-03-02 --purpose goodwill --out engagements',
        'all in one line, for a script',
      ],
    ],
    run: newEngagement,
  },
  {
    name: 'new brief',
    takes: '',
    summary: 'Begin a brief',
    about:
      'Writes a valid draft to go on from, with the parts that its form needs in their order. What the options leave open is asked for on a terminal.',
    options: newBriefOptions,
    examples: [
      ['chancery new brief', 'answer a few questions'],
      [
        'chancery new brief --profile think-tank --title "Keep the channel open" --bluf "Agree by March to propose a yearly meeting." --out briefs',
        'all in one line, for a script',
      ],
    ],
    run: newBrief,
  },
  {
    name: 'snippets list',
    takes: '',
    summary: 'List the snippets of the libraries',
    about:
      'Lists each snippet of the workspace by library and name, with its title, the places for which it is meant, and how many files use it.',
    options: [trustOption],
    examples: [['chancery snippets list', 'what there is to insert and to take in']],
    run: listSnippets,
  },
  {
    name: 'snippets show',
    takes: 'LIBRARY/SNIPPET',
    summary: 'Show a snippet filled in',
    about:
      'Shows what a snippet is for and what it asks for, and what comes of it with its defaults; what a writer would be asked stands in square brackets.',
    options: [trustOption],
    examples: [['chancery snippets show house/open-source-note', 'one snippet of the library "house"']],
    run: showSnippet,
  },
  {
    name: 'snippets check',
    takes: '[PATH ...]',
    summary: 'Check snippet libraries',
    about:
      'Checks libraries as "chancery lint" does, and tries each snippet at each of its places, with its defaults, with each of its choices and in each form of brief: what comes of it must be valid there. Without a PATH, the libraries of the workspace and those of Chancery are checked, and compared with chancery.lock where there is one.',
    options: checkSnippetsOptions,
    examples: [
      ['chancery snippets check', 'before a library is shared, and in its CI'],
      ['chancery snippets check --update', 'record in chancery.lock which libraries this workspace uses'],
    ],
    run: checkSnippets,
  },
  {
    name: 'snippets new',
    takes: 'ID',
    summary: 'Begin a snippet library',
    about: 'Writes a library with a text, a part of a file and a list that is made from the data, to put your own in their place.',
    options: newLibraryOptions,
    examples: [['chancery snippets new house --title "Texts of the Policy Division"', 'house.snippets.yaml, ready to be changed']],
    run: newLibrary,
  },
  {
    name: 'snippets import',
    takes: 'FILE ...',
    summary: 'Take texts and snippets of other editors into a library',
    about:
      'Adds the snippets of Visual Studio Code (.code-snippets) and plain or Markdown texts to a library. Tab stops become questions, and their defaults and choices stay. What stands in the library is never changed.',
    options: importOptions,
    examples: [
      ['chancery snippets import .vscode/team.code-snippets --into snippets/house.snippets.yaml', 'go on with what the team has'],
      ['chancery snippets import notes/*.md --into snippets/house.snippets.yaml --scope brief.annexes', 'a snippet for each text'],
    ],
    run: importSnippets,
  },
  {
    name: 'snippets pack',
    takes: '[PATH ...]',
    summary: 'Make an npm package of libraries',
    about:
      'Writes a folder that npm can publish: the libraries, a list of what is in them, and the same snippets as .code-snippets for other editors. Nothing is published and nothing executed.',
    options: packOptions,
    examples: [
      [
        'chancery snippets pack snippets --name @team/briefing-snippets --out packages/briefing-snippets',
        'a package of all libraries below snippets',
      ],
    ],
    run: packLibraries,
  },
  {
    name: 'lsp',
    takes: '',
    summary: 'Serve an editor',
    about:
      'Runs the language server, which an editor starts and talks to: findings while you type, completion and hover. Visual Studio Code needs no setting for it; other editors name this command.',
    options: lspOptions,
    examples: [['chancery lsp --stdio', 'what an editor is told to run for *.engagement.yaml, *.brief.yaml and chancery.yaml']],
    run: lsp,
  },
]
