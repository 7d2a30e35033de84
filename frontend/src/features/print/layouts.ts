/** One table of all ledgers, or each with its entries on pages of its own. */
export type Layout = 'list' | 'partners'

/**
 * More ledgers than `many` are loaded only when somebody insists, and more than `most` not at all: every row is on the
 * page at once, and the browser would stand still.
 */
export const limits: Record<Layout, { many: number; most: number }> = {
  list: { many: 2_000, most: 10_000 },
  partners: { many: 500, most: 2_500 },
}

/** As many entries, in all of the ledgers. */
export const mostEntries = 20_000
