interface Asking<T> {
  readonly ask: () => Promise<T>
  readonly show: (answer: T) => void
  readonly fail: (error: unknown) => void
  /** Calls back when nobody wants an answer any more. */
  readonly end: (listener: () => void) => void
}

/**
 * Asks at once, and while an answer is awaited once more after it, however often
 * it was called: every keystroke counts and none waits for more than one answer.
 */
export function latest<T>({ ask, show, fail, end }: Asking<T>): () => void {
  let [isAsking, isStale, isGone] = [false, false, false]
  end(() => {
    isGone = true
  })
  const run = async (): Promise<void> => {
    while (isStale && !isGone) {
      isStale = false
      const answer = await ask()
      if (!isGone) show(answer)
    }
  }
  return () => {
    isStale = true
    if (isAsking) return
    isAsking = true
    run()
      .catch((error: unknown) => {
        if (!isGone) fail(error)
      })
      .finally(() => {
        isAsking = false
      })
  }
}
