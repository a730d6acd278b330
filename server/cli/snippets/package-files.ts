import { codeSnippets, type House, type Snippets } from '../../core/index.ts'
import { inMarkdown } from '../report/markdown.ts'

/** A library with what its snippets are filled in from, and its file in the package. */
export interface Library {
  readonly file: string
  readonly text: string
  readonly model: Snippets
  readonly house: House
}

/** The files of the package, by their paths in it. */
export function packageFiles(name: string, libraries: readonly Library[]): readonly (readonly [path: string, text: string])[] {
  const made = libraries.flatMap(({ model, house }) =>
    [...codeSnippets(model, house)].map(([kind, snippets]) => ({ kind, path: `snippets/${model.id}.${kind}.code-snippets`, snippets })),
  )
  const contributes = made.flatMap(({ kind, path }) => [`chancery-${kind}`, 'yaml'].map((language) => ({ language, path: `./${path}` })))
  return [
    ['package.json', json({ ...manifest(name, libraries), contributes: { snippets: contributes } })],
    ['README.md', readme(name, libraries)],
    ...libraries.map(({ file, text }) => [file, text] as const),
    ...made.map(({ path, snippets }) => [path, json(snippets)] as const),
  ]
}

function manifest(name: string, libraries: readonly Library[]): Readonly<Record<string, unknown>> {
  const [{ title, description, version, licence, maintainers } = {}] = libraries.map(({ model }) => model)
  return {
    name,
    version: `${version ?? 1}.0.0`,
    description: description ?? title ?? 'Snippets for policy briefs',
    license: licence ?? 'UNLICENSED',
    ...(maintainers?.length ? { contributors: maintainers } : {}),
    keywords: ['chancery', 'snippets', 'policy brief'],
    files: ['*.snippets.yaml', 'snippets/*.code-snippets'],
    engines: { vscode: '^1.91.0' },
  }
}

function readme(name: string, libraries: readonly Library[]): string {
  const parts = libraries.map(({ model: { id, title, description, snippets = [] } }) => {
    const rows = snippets.map((each) => `| \`${id}/${each.id}\` | ${line(each.title)} | ${line(each.scope?.join(', '))} |`)
    return [
      `## ${line(title ?? id)}`,
      ...(description ? [description.trim()] : []),
      ['| snippet | what it is | where it goes |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n')
  })
  const use = ['```yaml', 'chancery: config/1', `libraries: ["${name}"]`, '```'].join('\n')
  const start = `# ${name}\n\nSnippets for policy briefs with Chancery. Install the package and name it in \`chancery.yaml\`:\n\n${use}\n\nEditors that read the snippets of Visual Studio Code find them in \`snippets/\`; those that are made from the data of a file are left out there.`
  return `${[start, ...parts].join('\n\n')}\n`
}

/** Words in a heading or a cell, where nothing is Markdown and no line ends. */
function line(words = ''): string {
  return inMarkdown(words.replace(/\s+/g, ' '))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
