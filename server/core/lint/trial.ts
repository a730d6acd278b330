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
