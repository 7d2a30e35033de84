import type { LedgerCriteria } from '../../gql/graphql'

/** What an export was narrowed to, besides its period and currency, from the JSON that was kept with it. */
export function criteriaInWords(kept: string): string {
  const asked = JSON.parse(kept) as LedgerCriteria
  const words = [
    asked.search && `search “${asked.search}”`,
    asked.status && `${asked.status.toLowerCase()} only`,
    asked.partnerIds && 'chosen partners',
    asked.programId && 'one program',
    asked.parentId && 'one parent partner',
    asked.minimumEndingBalance && `ending balance from ${asked.minimumEndingBalance}`,
    asked.nonZeroOnly && 'without zero rows',
  ].filter(Boolean)
  return words.length === 0 ? 'All partners' : words.join(', ')
}
