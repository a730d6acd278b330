interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
}

/** "2 errors and 1 warning"; undefined where there is nothing. */
export function summaryOf({ errors, warnings, infos, hints }: Counts): string | undefined {
  const parts = [...counted(errors, 'error'), ...counted(warnings, 'warning'), ...counted(infos + hints, 'remark')]
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function counted(number: number, noun: string): readonly string[] {
  return number === 0 ? [] : [`${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`]
}
