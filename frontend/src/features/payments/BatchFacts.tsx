import { Skeleton } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { formatCount } from '../../lib/amounts'
import { formatDay, formatPeriod } from '../../lib/days'
import { Figure, Figures } from '../../components/Figures'
import { methodNames, typeNames } from './methods'

const batchFacts = graphql(`
  fragment BatchFacts on PaymentBatch {
    date
    period {
      start
      end
    }
    method
    type
    currencyCode
    paymentCount
    total
    skippedCount
    standing: payments(first: 1) {
      totalAmount
    }
  }
`)

/** What a batch is about, and its figures. */
export function BatchFacts({ batch }: { batch: FragmentType<typeof batchFacts> | undefined }) {
  const data = readFragment(batchFacts, batch)
  if (!data) return <Skeleton height={96} />
  const { currencyCode, total, standing } = data
  return (
    <>
      <Figures>
        <Figure label={`Total in ${currencyCode}`} large>
          <Amount value={total} currency={currencyCode} />
        </Figure>
        {/* The same text where nothing was voided. */}
        {standing.totalAmount !== total && (
          <Figure label="Without voided payments" large>
            <Amount value={standing.totalAmount} currency={currencyCode} />
          </Figure>
        )}
        <Figure label="Payments" large>
          {formatCount(data.paymentCount)}
        </Figure>
        <Figure label="Skipped" large>
          {formatCount(data.skippedCount)}
        </Figure>
      </Figures>
      <Figures>
        <Figure label="Paid on">{formatDay(data.date)}</Figure>
        <Figure label="For the period">{formatPeriod(data.period)}</Figure>
        <Figure label="Method">{methodNames[data.method]}</Figure>
        <Figure label="Payment type">{typeNames[data.type]}</Figure>
      </Figures>
    </>
  )
}
