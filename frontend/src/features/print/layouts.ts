/** One table of all ledgers, or each with its entries on pages of its own. */
export type Layout = 'list' | 'partners'

/** With their entries, more ledgers than these are printed only when somebody insists. */
export const manyLedgers = 2000
