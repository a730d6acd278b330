import { memoryWorkspace, openProject, type Project } from '../../server/core/index.ts'
import { exampleFilesByPath } from '../../server/core/rules/example-files.ts'
import { exampleDay } from '../../server/scripts/gen/fixtures.ts'

/** Several files in one text: each begins after a line `#- path`. */
export type Files = Readonly<Record<string, string>>

/** Splits a text into files. A text without `#- path` is one file, named by its first key. */
export const splitFiles: (text: string) => Files = exampleFilesByPath

export function joinFiles(files: Files): string {
  return Object.entries(files)
    .map(([path, text]) => `#- ${path}\n${text}`)
    .join('')
}

export function projectOf(files: Files): Promise<Project> {
  return openProject(memoryWorkspace(files))
}

/** The date that counts as today in every test. */
export const today = exampleDay
