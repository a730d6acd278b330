import { codeOf } from '../disk.ts'

/** Why a run cannot be done, as an error that `main` puts into words before it ends with status 2. */
interface Refusal extends Error {
  readonly refusal: true
  /** Lines below the first, where there is a list to show. */
  readonly more: readonly string[]
}

/** Ends the run: a clear line on standard error, and those of a list below it; exit status 2. */
export function refuse(message: string, more: readonly string[] = []): never {
  const refusal: Refusal = Object.assign(new Error(message), { refusal: true as const, more })
  throw refusal
}

/** What the system did not do, as when it has no room for another open file: no defect, and nothing to report to the makers. */
export function systemFailure(error: unknown): string | undefined {
  const { path } = Object(error) as { readonly path?: unknown }
  const code = codeOf(error)
  return code !== undefined && typeof path === 'string' ? `${path} could not be read or written; the system says ${code}.` : undefined
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'refusal' in error
}
