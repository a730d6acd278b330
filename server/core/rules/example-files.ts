/** One file of an example; without a path where the text is that file alone. */
export interface ExampleFile {
  readonly path: string | undefined
  readonly text: string
}

/** The files of an example, each of which begins after a line `#- path`. */
export function exampleFiles(text: string): readonly ExampleFile[] {
  const files = text.split(/^(?=#- )/m).map((file) => {
    const [head = '', path] = /^#- (\S+).*\n?/.exec(file) ?? []
    return { path, text: file.slice(head.length) }
  })
  return files.length > 1 ? files.filter(({ path }) => path !== undefined) : files
}

/** The same by path; a text that is one file alone is named after its first key. */
export function exampleFilesByPath(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(exampleFiles(text).map((file) => [file.path ?? nameOf(file.text), file.text]))
}

function nameOf(text: string): string {
  const kind = /^chancery: ([a-z]+)/m.exec(text)?.[1] ?? 'engagement'
  return kind === 'config' ? 'chancery.yaml' : `example.${kind}.yaml`
}
