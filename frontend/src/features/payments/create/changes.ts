/** The figures of a plan that a person looks at. */
export interface Figures {
  paymentCount: number
  total: string
  exceedingCount: number
  exceedingTotal: string
  skippedCount: number
}

export interface Line {
  partner: { id: string; name: string }
  amount: string
}

/** How something is written; nothing where there was or is none. */
export interface Change {
  before?: string
  now?: string
}

const names = ['paymentCount', 'total', 'skippedCount', 'exceedingCount', 'exceedingTotal'] as const
export type FigureName = (typeof names)[number]

/** The figures that differ. They are compared as they are written: the server writes the same amount the same way. */
export function changedFigures(before: Figures, now: Figures): (Change & { name: FigureName })[] {
  return names
    .filter((name) => before[name] !== now[name])
    .map((name) => ({ name, before: String(before[name]), now: String(now[name]) }))
}

/**
 * The payments that differ, by the partner's name. Of lists that were not read to their end, only those that are in
 * both: what is missing may be on another page.
 */
export function changedLines(before: readonly Line[], now: readonly Line[], whole: boolean): (Change & { id: string; name: string })[] {
  const old = new Map(before.map((line) => [line.partner.id, line]))
  const next = new Map(now.map((line) => [line.partner.id, line]))
  const ids = [...new Set([...old.keys(), ...next.keys()])]
  return ids
    .map((id) => {
      const line = (next.get(id) ?? old.get(id))!
      return { id, name: line.partner.name, before: old.get(id)?.amount, now: next.get(id)?.amount }
    })
    .filter((change) => change.before !== change.now && (whole || (change.before !== undefined && change.now !== undefined)))
}
