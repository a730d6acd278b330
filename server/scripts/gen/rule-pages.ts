import { readdirSync } from 'node:fs'
import type { Rule, Topic } from '../../core/index.ts'
import { root } from './read.ts'

const folder = 'docs/rules/'
const mark = '<!-- Written by "npm run gen" from the rules themselves; change those, not this file. -->'

/** The pages of all rules by path, and the page that lists them by topic. */
export async function rulePages(): Promise<Record<string, string>> {
  const { rulePage, rules, topics } = await import('../../core/index.ts')
  const page = (rule: Rule) => {
    const title = topics[rule.topic]
    return `${mark}\n\n${rulePage(rule)}\n[All rules](README.md) · [${title}](README.md#${anchor(title)})\n`
  }
  return {
    ...Object.fromEntries(rules.map((rule) => [`${folder}${rule.id}.md`, page(rule)])),
    [`${folder}README.md`]: await landingPage(),
  }
}

/** Pages of rules that are no more. */
export function leftPages(pages: Readonly<Record<string, string>>): readonly string[] {
  return readdirSync(new URL(folder, root))
    .map((name) => folder + name)
    .filter((path) => path.endsWith('.md') && !Object.hasOwn(pages, path))
}

async function landingPage(): Promise<string> {
  const { rules, topics } = await import('../../core/index.ts')
  const sections = (Object.entries(topics) as [Topic, string][]).map(([topic, title]) => ({
    title,
    rules: rules.filter((rule) => rule.topic === topic).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }))
  const full = sections.filter((section) => section.rules.length > 0)
  const contents = full.map(({ title, rules: its }) => `- [${title}](#${anchor(title)}) (${its.length})`)
  const parts: string[] = []
  for (const section of full) parts.push(`## ${section.title}`, await table(section.rules))
  return `${[mark, '# The rules', introduction(rules.length), contents.join('\n'), ...parts].join('\n\n')}\n`
}

function introduction(count: number): string {
  return `Chancery has ${count} rules. Each has a page that says what it asks and why, with a wrong and a right example; \`chancery explain RULE\` shows the same page in the terminal.

The level may grow with the stage of a brief, so it is given for a draft, in review and for a final text. An *exact* rule goes by what the file says; a *heuristic* one guesses well, and may be wrong now and then. A *fix* is safe and may be made unasked; a *suggestion* is for the writer to choose. Levels and options are set in \`chancery.yaml\`, and a single finding is silenced by a comment with a reason; both stand on each page.`
}

async function table(rules: readonly Rule[]): Promise<string> {
  const { levelsByStage, mendingOf, prose } = await import('../../core/index.ts')
  const rows = rules.map(({ id, level, certainty, summary }) => {
    const { draft, review, final } = levelsByStage(level)
    const { fixes, suggestions } = mendingOf(id)
    const mends = [...(fixes ? ['fix'] : []), ...(suggestions ? ['suggestion'] : [])].join(', ')
    // A table ends a cell at a bar even in code.
    const words = prose(summary).replace(/(?<!\\)\|/g, '\\|')
    return `| [\`${id}\`](${id}.md) | ${words} | ${draft} | ${review} | ${final} | ${certainty} | ${mends} |`
  })
  return ['| rule | speaks where | draft | review | final | certainty | mends |', '|---|---|---|---|---|---|---|', ...rows].join('\n')
}

/** What GitHub makes of a heading for links to it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-')
}
