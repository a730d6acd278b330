/** Why a run cannot be done, as an error that `main` tells in one line before it ends with status 2. */
interface Refusal extends Error {
  readonly refusal: true
}

/** Ends the run: one clear line on standard error, exit status 2. */
export function refuse(message: string): never {
  const refusal: Refusal = Object.assign(new Error(message), { refusal: true as const })
  throw refusal
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'refusal' in error
}
