import { refactorings } from './all.generated.ts'
import type { Proposal, Refactoring, Spot } from './refactoring.ts'

export interface Proposed extends Proposal {
  readonly refactoring: Refactoring
}

/** All that can be rewritten at a spot, as far as it is wanted. */
export function proposalsAt(spot: Spot, isWanted: (refactoring: Refactoring) => boolean): readonly Proposed[] {
  return refactorings.filter(isWanted).flatMap((refactoring) => {
    const proposal = refactoring.propose(spot)
    return proposal ? [{ refactoring, ...proposal }] : []
  })
}
