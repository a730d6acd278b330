import { isSound } from '../syntax/parse.ts'
import { type OpenFile, summaryOf } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'

/** What is found while the project takes a file to read as given; afterwards the project is as it was. */
export function whileReading<T>({ portfolio }: Project, file: OpenFile, work: () => T): T {
  const former = portfolio.of(file.path)
  portfolio.set(file.path, summaryOf(file))
  try {
    return work()
  } finally {
    portfolio.set(file.path, former)
  }
}

/** Whether less of a file can be read than before: of a sound one, that it is broken; of any other, that more of it is. */
export function isReadWorse(before: OpenFile, after: OpenFile): boolean {
  return brokenPlaces(after) > brokenPlaces(before)
}

function brokenPlaces({ parts }: OpenFile): number {
  const unread = parts.filter(({ tree }) => tree.unreadable).length
  const damaged = parts.reduce((sum, { document }) => sum + document.damaged.size, 0)
  const unsound = parts.some(({ tree }) => !isSound(tree)) ? 1 : 0
  return unread * 10_000 + damaged + unsound
}
