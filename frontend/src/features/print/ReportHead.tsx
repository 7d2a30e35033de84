import { graphql, readFragment, type FragmentType } from '../../gql'
import type { LedgerCriteria } from '../../gql/graphql'
import { formatDay, formatPeriod } from '../../lib/days'
import type { Printed } from './load'
import { SheetHead } from './SheetHead'
import { inWords } from './words'

export const printHead = graphql(`
  fragment PrintHead on Query {
    business {
      name
      timeZone
      today
    }
    report: referralPartnerLedgers(criteria: $criteria, first: 1) {
      period {
        start
        end
      }
      totals {
        currencyCode
        beginningBalance
        commissions
        adjustments
        payments
        endingBalance
      }
    }
    commissionPrograms {
      id
      name
    }
    parent: referralPartner(id: $parentId) @include(if: $hasParent) {
      code
      name
    }
  }
`)

interface Props {
  head: FragmentType<typeof printHead>
  criteria: LedgerCriteria
  ledgers: Printed[]
}

/** What each document of the report begins with: which days, in what, by which criteria, and when it was printed. */
export function ReportHead({ head, criteria, ledgers }: Props) {
  const { business, report, commissionPrograms, parent } = readFragment(printHead, head)
  const { currencyCode } = report.totals
  const words = inWords(criteria, {
    currencyCode,
    partners: criteria.partnerIds ? ledgers.map(({ ledger: { partner } }) => `${partner.name} (${partner.code})`) : [],
    program: commissionPrograms.find(({ id }) => id === criteria.programId)?.name,
    parent: parent ? `${parent.name} (${parent.code})` : undefined,
  })
  const facts: [string, string][] = [
    ['Period', formatPeriod(report.period)],
    ['Time zone', business.timeZone],
    ['Currency', currencyCode],
    ['Criteria', words],
    ['Printed on', formatDay(business.today)],
  ]
  return <SheetHead company={business.name} title="Referral Partner Ledgers" facts={facts} />
}
