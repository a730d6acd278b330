import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageIds, languageOf } from '../../client/language-of.ts'
import { tokenTypes } from '../../server/core/features/token-legend.ts'
import { kinds } from '../../server/core/index.ts'
import { textOf } from '../support/source.ts'

interface Language {
  readonly id: string
  readonly filenames?: readonly string[]
  readonly filenamePatterns?: readonly string[]
  readonly firstLine: string
}

interface Manifest {
  readonly activationEvents: readonly string[]
  readonly contributes: {
    readonly languages: readonly Language[]
    readonly commands: readonly { readonly command: string; readonly category: string }[]
    readonly configurationDefaults: Readonly<Record<string, unknown>>
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[]
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly markdown: string }; readonly description: string }[]
    }[]
  }
}

const { activationEvents, contributes } = JSON.parse(textOf('package.json')) as Manifest
const isThere = (path: string) => existsSync(new URL(`../../${path}`, import.meta.url))

describe('the manifest of the extension', () => {
  it('has a language for every kind of file, known by the same lines and names as to the engine', () => {
    expect(contributes.languages.map(({ id }) => id)).toEqual(languageIds)
    expect(languageIds).toEqual(kinds.map((kind) => `chancery-${kind}`))
    for (const [i, { id, firstLine, filenames = [], filenamePatterns = [] }] of contributes.languages.entries()) {
      const line = `chancery: ${kinds[i]}/1`
      expect(new RegExp(firstLine).test(line), id).toBe(true)
      expect(languageOf('any.yaml', line)).toBe(id)
      for (const name of [...filenames, ...filenamePatterns]) expect(languageOf(name.replace('*', 'a'), 'title: x'), name).toBe(id)
    }
  })

  it('looks for the first entry behind comments and empty lines', () => {
    const line = 'chancery: brief/1\n'
    for (const text of [`# a remark\n${line}`, `---\r\n\r\n  # two\r\n${line}`, `\ufeff\n${line}`, line]) {
      expect(languageOf('any.yaml', text), JSON.stringify(text)).toBe('chancery-brief')
    }
    expect(languageOf('any.yaml', `title: x\n${line}`)).toBeUndefined()
  })

  it("leaves other people's files alone", () => {
    for (const [path, line] of [
      ['a.yaml', 'kind: Pod'],
      ['my-chancery.yaml', ''],
      ['a.engagement.yaml.txt', ''],
      ['a.yaml', 'chancery: letter/1'],
      ['a.letter.yaml', ''],
    ] as const) {
      expect(languageOf(path, line), `${path}: ${line}`).toBeUndefined()
    }
  })

  it('wakes for its languages, for plain YAML and for the pages of the last session alone', () => {
    const panels = ['preview', 'network'].map((name) => `onWebviewPanel:chancery.${name}`)
    expect(activationEvents).toEqual([...[...languageIds, 'yaml'].map((id) => `onLanguage:${id}`), ...panels])
    for (const id of languageIds) expect(contributes.configurationDefaults[`[${id}]`]).toBeDefined()
  })

  it('shows keys in one colour, whether the grammar or the checker has read them', () => {
    const grammar = textOf('client/syntaxes/chancery.tmLanguage.json')
    expect(contributes.semanticTokenScopes.map(({ language }) => language)).toEqual(languageIds)
    for (const { language, scopes } of contributes.semanticTokenScopes) {
      expect(Object.keys(scopes).filter((type) => !tokenTypes.some((known) => known === type))).toEqual([])
      for (const scope of Object.values(scopes).flat()) expect(grammar, scope).toContain(`"${scope}"`)
      expect(contributes.configurationDefaults[`[${language}]`]).toMatchObject({ 'editor.semanticHighlighting.enabled': true })
    }
  })

  it('lets the checker lay out what is typed, and indents as the checker does', () => {
    const asTheChecker = {
      'editor.formatOnType': true,
      'editor.tabSize': 2,
      'editor.insertSpaces': true,
      'editor.detectIndentation': false,
    }
    for (const id of languageIds) expect(contributes.configurationDefaults[`[${id}]`]).toMatchObject(asTheChecker)
  })

  it('points to files that are there', () => {
    const paths = [...JSON.stringify(contributes).matchAll(/"[.]\/(client\/[^"]+)"/g)].flatMap((match) => match[1] ?? [])
    expect(paths.length).toBeGreaterThan(25)
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })

  it('leads through a walk whose pictures and commands are there', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command))
    const steps = contributes.walkthroughs.flatMap((walk) => walk.steps)
    expect(steps.length).toBeGreaterThan(4)
    for (const { media, description } of steps) {
      const page = textOf(media.markdown.slice(2))
      const picture = /!\[.{20,}\]\((\w+\.svg)\)/.exec(page)?.[1]
      expect(picture && isThere(`client/walkthrough/${picture}`), media.markdown).toBe(true)
      const command = /\(command:(chancery\.\w+)\)/.exec(description)?.[1]
      if (command) expect(commands).toContain(command)
    }
  })

  it('runs every command that it names, and no other', () => {
    const registered = [...textOf('client/activate.ts').matchAll(/^ {4}(\w+): (?:\1|zoomPage|async)\b/gm)].map(
      (match) => `chancery.${match[1]}`,
    )
    expect(registered.sort()).toEqual(contributes.commands.map(({ command }) => command).sort())
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Chancery']))
  })

  it('has words that only a grammar or a pattern can break in order', () => {
    const { wordPattern, onEnterRules } = JSON.parse(
      readFileSync(new URL('../../client/language-configuration.json', import.meta.url), 'utf8'),
    )
    const word = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)
    expect('country: Côte d, joint-exercise [@cobra-gold-2024]'.match(word)).toEqual([
      'country',
      'Côte',
      'd',
      'joint-exercise',
      'cobra-gold-2024',
    ])
    const after = (line: string) =>
      onEnterRules.find((rule: { beforeText: string; afterText?: string }) => !rule.afterText && new RegExp(rule.beforeText).test(line))
        ?.action
    expect(after('  - { country: JPN }')).toEqual({ indent: 'none', appendText: '- ' })
    expect(after('  - ')).toEqual({ indent: 'outdent' })
    expect(after('  - id: r1')).toEqual({ indent: 'none', appendText: '  ' })
    expect(after('  - text: |')).toEqual({ indent: 'none', appendText: '    ' })
    expect(after('  - |')).toEqual({ indent: 'none', appendText: '  ' })
    expect(after('  - [')).toBeUndefined()
    expect(after('  - sources: [')).toBeUndefined()
    expect(after('participants:')).toEqual({ indent: 'indent' })
    expect(after('background: |  # text')).toEqual({ indent: 'indent' })
    expect(after('title: Talks: round two')).toBeUndefined()
  })
})
