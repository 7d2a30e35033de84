import { queryOptions } from '@tanstack/react-query'
import { graphql } from '../../gql'
import type { MovedMonthsQuery } from '../../gql/graphql'
import { isZero } from '../../lib/amounts'
import { request } from '../../lib/api'
import type { Day } from '../../lib/days'
import { addMonths, firstDay, monthOf, type Month } from '../../lib/months'

const movedMonths = graphql(`
  query MovedMonths($last: Int!, $until: Date!, $currency: CurrencyCode) {
    ledgerMonths(last: $last, until: $until, currencyCode: $currency) {
      period {
        start
      }
      totals {
        commissionsEarned
        clawbacks
        adjustments
        payments
      }
    }
  }
`)

const ownMovedMonths = graphql(`
  query OwnMovedMonths($last: Int!, $until: Date!) {
    viewer {
      partner {
        ledgerMonths(last: $last, until: $until) {
          period {
            start
          }
          totals {
            commissionsEarned
            clawbacks
            adjustments
            payments
          }
        }
      }
    }
  }
`)

type Months = MovedMonthsQuery['ledgerMonths']

/** The API tells at most ten years at once; beyond three times as many nobody looks by default. */
const steps = [12, 120, 120, 120]

/**
 * The month to begin with: this one, where anything moved in the last twelve; else the last one where anything did.
 * Null where nothing ever has.
 */
export function lastMoved(today: Day, currency: string | undefined) {
  return queryOptions({
    queryKey: ['last moved', today, currency],
    queryFn: ({ signal }) =>
      findLastMoved(
        monthOf(today),
        async (last, until) =>
          (await request(movedMonths, { last, until: firstDay(until), currency }, { signal })).ledgerMonths,
      ),
    staleTime: 30_000,
  })
}

/** The same of the viewer's own ledger. */
export function ownLastMoved(today: Day) {
  return queryOptions({
    queryKey: ['last moved', today],
    queryFn: ({ signal }) =>
      findLastMoved(
        monthOf(today),
        async (last, until) =>
          (await request(ownMovedMonths, { last, until: firstDay(until) }, { signal })).viewer.partner?.ledgerMonths ?? [],
      ),
    staleTime: 30_000,
  })
}

export async function findLastMoved(
  current: Month,
  read: (last: number, until: Month) => Promise<Months>,
): Promise<Month | null> {
  let until = current
  for (const last of steps) {
    // One after the other: most often the first is enough.
    // oxlint-disable-next-line no-await-in-loop
    const moved = (await read(last, until)).findLast(hasMoved)
    if (moved) return until === current ? current : monthOf(moved.period.start)
    until = addMonths(until, -last)
  }
  return null
}

export function hasMoved({ totals }: Pick<Months[number], 'totals'>): boolean {
  const { commissionsEarned, clawbacks, adjustments, payments } = totals
  return ![commissionsEarned, clawbacks, adjustments, payments].every(isZero)
}
