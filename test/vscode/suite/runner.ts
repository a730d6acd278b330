/** One thing that must hold in the editor. */
export interface Test {
  readonly name: string
  readonly run: () => Promise<void>
}

export interface Outcome {
  readonly name: string
  readonly seconds: number
  /** Why it failed; absent when it passed. */
  readonly failure?: string
}

const limit = 40_000

/** Runs the tests one after another: there is one window, and they share it. `tidy` puts it in order after each of them. */
export async function runAll(tests: readonly Test[], tidy: () => Promise<void>): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const test of tests) {
    outcomes.push(await runOne(test))
    await tidy()
  }
  return outcomes
}

async function runOne({ name, run }: Test): Promise<Outcome> {
  const start = Date.now()
  const failure = await inTime(run).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
  const seconds = (Date.now() - start) / 1000
  return failure === undefined ? { name, seconds } : { name, seconds, failure }
}

async function inTime(run: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} seconds`)), limit)
  })
  try {
    await Promise.race([run(), late])
  } finally {
    clearTimeout(timer)
  }
}
