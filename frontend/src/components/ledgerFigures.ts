/** The figures of a ledger over a period, in the order and the words of the report. */
export const ledgerFigures = [
  ['beginningBalance', 'Beginning balance'],
  ['commissions', 'Commissions'],
  ['adjustments', 'Adjustments'],
  ['payments', 'Payments'],
  ['endingBalance', 'Ending balance'],
] as const
