import type { LedgerCriteria } from '../../gql/graphql'
import { formatAmount } from '../../lib/amounts'

interface Names {
  currencyCode: string
  partners: string[]
  program?: string
  parent?: string
}

/** What the report was asked for besides its period and currency, for whoever reads it on paper. */
export function inWords(criteria: LedgerCriteria, names: Names): string {
  const { search, status, programId, parentId, minimumEndingBalance: minimum, nonZeroOnly } = criteria
  const words = [
    names.partners.length > 0 && `only ${names.partners.join(', ')}`,
    search && `“${search}” in the name, code or e-mail address`,
    status && (status === 'ACTIVE' ? 'active partners' : 'inactive partners'),
    programId && `program ${names.program ?? programId}`,
    parentId && `referred by ${names.parent ?? parentId}`,
    minimum && `ending balance of at least ${formatAmount(minimum, names.currencyCode)}`,
    nonZeroOnly && 'without zero rows',
  ].filter((word) => typeof word === 'string' && word !== '')
  const [first, ...others] = words as string[]
  return first ? [first.slice(0, 1).toUpperCase() + first.slice(1), ...others].join('; ') : 'All partners'
}
