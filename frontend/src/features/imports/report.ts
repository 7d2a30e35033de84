import { counted } from '../../lib/amounts'
import { kinds, type ImportKind } from './kinds'

/** What the server says about a file. */
export interface ImportReport {
  kind: ImportKind
  dryRun: boolean
  rows: number
  recorded: number
  created: number
  updated: number
  unchanged: number
  problems: { line: number; column: string; reason: string }[]
  more: number
  besides: number
}

/** The number of rows that are wrong. */
export function wrongRows({ problems, more }: ImportReport): number {
  return problems.length + more
}

/** What changed, or what would, part by part: "40 partners added". */
export function changes(report: ImportReport): string[] {
  const { kind, dryRun, recorded, created, updated, unchanged } = report
  const would = dryRun ? 'would be ' : ''
  const parts: [number, string][] =
    kind === 'partners'
      ? [
          [created, `${would}added`],
          [updated, `${would}changed`],
        ]
      : [[recorded, `${would}recorded`]]
  return [...parts, [unchanged, 'there already, just so'] as const]
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, what]) => `${counted(count, ...kinds[kind].noun)} ${what}`)
}
