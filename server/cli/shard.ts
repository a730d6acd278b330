import { createHash } from 'node:crypto'
import type { Option } from './options.ts'
import { shownPath } from './paths.ts'
import { refuse } from './refusal.ts'
import type { Target } from './targets.ts'

export const shardOption: Option = {
  name: 'shard',
  value: 'I/N',
  about:
    'Check the Ith of N equal parts, so that N machines share the work. The whole workspace is read all the same; together the parts report what a run over everything would',
}

/** One of several parts of a portfolio, counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Reads `--shard I/N`. */
export function readShard(value: string): Shard {
  const [, index = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []
  if (of === '') return refuse(`--shard takes I/N, as --shard 2/4 for the second of four parts, not "${value}".`)
  const shard = { index: Number(index), of: Number(of) }
  if (shard.of === 0) return refuse('--shard takes I/N with at least one part: --shard 1/1 is the whole.')
  if (shard.index === 0) return refuse(`--shard counts the parts from 1: the first is --shard 1/${shard.of}.`)
  if (shard.index > shard.of) return refuse(`--shard ${value} asks for part ${shard.index}, and there are only ${shard.of}.`)
  return shard
}

/**
 * The files of one part. They are dealt out in the order of a hash of their
 * paths, in pieces of equal length: so all parts have the same number of files,
 * give or take one, whatever folders they lie in, and a file that comes or goes
 * moves at most one other file from each part to the next.
 */
export function shardOf(targets: readonly Target[], { index, of }: Shard, cwd: string): readonly Target[] {
  const all = targets.flatMap(({ root, files }) => files.map((file) => ({ root, file, place: placeOf(file, cwd) })))
  all.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
  const [from, to] = [index - 1, index].map((end) => Math.floor((end * all.length) / of))
  const mine = new Set(all.slice(from, to).map(({ file }) => file))
  return targets.map(({ root, files }) => ({ root, files: files.filter((file) => mine.has(file)) })).filter(({ files }) => files.length > 0)
}

/** By the path as it is shown, so that all machines with the same checkout deal alike. */
function placeOf(file: string, cwd: string): string {
  const shown = shownPath(file, cwd)
  return `${createHash('sha256').update(shown).digest('hex')} ${shown}`
}
