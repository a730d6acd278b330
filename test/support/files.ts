import { memoryWorkspace, openProject, type Project } from '../../server/core/index.ts'

/** Several files in one text: each begins after a line `#- path`. */
export type Files = Readonly<Record<string, string>>

/** Splits a text into files. A text without `#- path` is one file, named by its first key. */
export function splitFiles(text: string): Files {
  if (!/^#- /m.test(text)) return { [defaultName(text)]: text }
  const files: Record<string, string> = {}
  for (const part of text.split(/^(?=#- )/m)) {
    const header = /^#- (\S+).*\n?/.exec(part)
    if (header?.[1]) files[header[1]] = part.slice(header[0].length)
  }
  return files
}

function defaultName(text: string): string {
  const kind = /^chancery: ([a-z]+)/m.exec(text)?.[1] ?? 'engagement'
  return kind === 'config' ? 'chancery.yaml' : `example.${kind}.yaml`
}

export function joinFiles(files: Files): string {
  return Object.entries(files)
    .map(([path, text]) => `#- ${path}\n${text}`)
    .join('')
}

export function projectOf(files: Files): Promise<Project> {
  return openProject(memoryWorkspace(files))
}

/** The date that counts as today in every test. */
export const today = '2026-11-23'
