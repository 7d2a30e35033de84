import { graphql, readFragment } from '../../gql'
import type { LedgerCriteria, LedgerOrder, PrintedEntryFragment, PrintedLedgerFragment, StatementQuery } from '../../gql/graphql'
import { formatCount } from '../../lib/amounts'
import { ApiError, request, type RequestOptions } from '../../lib/api'
import type { Period } from '../../lib/days'
import { mostEntries, type Layout } from './layouts'

const printedLedger = graphql(`
  fragment PrintedLedger on ReferralPartnerLedger {
    partner {
      id
      code
      name
    }
    currencyCode
    beginningBalance
    commissions
    adjustments
    payments
    endingBalance
  }
`)

const printedEntry = graphql(`
  fragment PrintedEntry on LedgerEntry {
    id
    date
    kind
    description
    amount
    balance
    batch {
      batchId
    }
  }
`)

const ledgersQuery = graphql(`
  query PrintedLedgers(
    $criteria: LedgerCriteria!
    $orderBy: LedgerOrder!
    $first: Int!
    $after: Cursor
    $withEntries: Boolean!
  ) {
    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {
      nodes {
        ...PrintedLedger
        entries(first: 500) @include(if: $withEntries) {
          nodes {
            ...PrintedEntry
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const entriesQuery = graphql(`
  query MorePrintedEntries($id: ID!, $period: DateRangeInput, $currency: CurrencyCode!, $after: Cursor) {
    referralPartner(id: $id) {
      ledger(period: $period, currencyCode: $currency) {
        entries(first: 500, after: $after) {
          nodes {
            ...PrintedEntry
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

const statementQuery = graphql(`
  query Statement($period: DateRangeInput!, $after: Cursor) {
    business {
      name
      timeZone
      today
    }
    viewer {
      partner {
        ledger(period: $period) {
          ...PrintedLedger
          entries(first: 500, after: $after) {
            nodes {
              ...PrintedEntry
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`)

export interface Printed {
  ledger: PrintedLedgerFragment
  entries: PrintedEntryFragment[]
}

export interface Wanted {
  criteria: LedgerCriteria
  orderBy: LedgerOrder
  layout: Layout
}

interface PageInfo {
  hasNextPage: boolean
  endCursor?: string | null
}

/** Every ledger of the report, with every entry where they are printed: page after page, since each begins behind the last. */
export async function loadLedgers(wanted: Wanted, options: RequestOptions, onProgress: (count: number) => void): Promise<Printed[]> {
  const { criteria, orderBy, layout } = wanted
  const withEntries = layout === 'partners'
  const loaded: Printed[] = []
  let room = mostEntries
  let info: PageInfo | undefined
  // oxlint-disable no-await-in-loop -- a page begins where the one before it ends
  do {
    // With up to 500 entries each, fewer ledgers fill an answer.
    const variables = { criteria, orderBy, first: withEntries ? 20 : 500, after: info?.endCursor, withEntries }
    const { referralPartnerLedgers: page } = await request(ledgersQuery, variables, options)
    for (const node of page.nodes) {
      const ledger = readFragment(printedLedger, node)
      const entries = [...readFragment(printedEntry, node.entries?.nodes ?? [])]
      const more = node.entries?.pageInfo
      if (more?.hasNextPage) entries.push(...(await moreEntries(ledger, criteria, more, room, options)))
      room -= entries.length
      if (room < 0) throw tooManyEntries('These ledgers have', 'Select fewer partners or fewer days.')
      loaded.push({ ledger, entries })
    }
    onProgress(loaded.length)
    info = page.pageInfo
  } while (info.hasNextPage)
  // oxlint-enable no-await-in-loop
  return loaded
}

export interface PrintedStatement extends Printed {
  business: StatementQuery['business']
}

/** The viewer's own ledger, with every entry. */
export async function loadStatement(period: Period, options: RequestOptions): Promise<PrintedStatement> {
  const entries: PrintedEntryFragment[] = []
  let after: string | null | undefined
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ends
    const { business, viewer } = await request(statementQuery, { period, after }, options)
    if (!viewer.partner) throw new Error('there is no partner to print')
    const { ledger } = viewer.partner
    entries.push(...readFragment(printedEntry, ledger.entries.nodes))
    if (entries.length > mostEntries) throw tooManyEntries('Your ledger has', 'Choose fewer days.')
    if (!ledger.entries.pageInfo.hasNextPage) return { business, ledger: readFragment(printedLedger, ledger), entries }
    after = ledger.entries.pageInfo.endCursor
  }
}

/** The entries behind a page, as far as there is room for them and a little further, which tells that there isn't. */
async function moreEntries(
  { partner, currencyCode }: PrintedLedgerFragment,
  { period }: LedgerCriteria,
  from: PageInfo,
  room: number,
  options: RequestOptions,
) {
  const entries: PrintedEntryFragment[] = []
  let info = from
  while (info.hasNextPage && entries.length <= room) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ends
    const { referralPartner } = await request(entriesQuery, { id: partner.id, period, currency: currencyCode, after: info.endCursor }, options)
    const page = referralPartner?.ledger.entries
    if (!page) break
    entries.push(...readFragment(printedEntry, page.nodes))
    info = page.pageInfo
  }
  return entries
}

function tooManyEntries(which: string, advice: string): ApiError {
  return new ApiError(
    `${which} more than ${formatCount(mostEntries)} entries, too many for a browser to print. ${advice}`,
    'TOO_MANY',
  )
}
