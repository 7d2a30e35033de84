import { Paper, Text } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { ledgerFigures } from '../../components/ledgerFigures'
import { graphql, readFragment, type FragmentType } from '../../gql'
import classes from './Ledger.module.css'

const summary = graphql(`
  fragment Summary on ReferralPartnerLedger {
    currencyCode
    beginningBalance
    commissions
    adjustments
    payments
    endingBalance
    owedNow
  }
`)

interface Props {
  ledger: FragmentType<typeof summary> | undefined
  /** It is of other days than those that are asked for. */
  stale: boolean
}

/** What is owed now, and the row of the report that the entries below explain. */
export function Summary({ ledger, stale }: Props) {
  const data = readFragment(summary, ledger)
  const amount = (value: string | undefined) => (value ? <Amount value={value} currency={data?.currencyCode} /> : '…')
  return (
    <Paper withBorder p="md" data-stale={stale || undefined}>
      <Text size="sm" fw={600}>
        Owed now{data && `, in ${data.currencyCode}`}
      </Text>
      <Text component="div" fz={24} fw={650} lh={1.4}>
        {amount(data?.owedNow)}
      </Text>
      <Text size="xs" c="dimmed">
        All entries, whatever their date
      </Text>
      <dl className={classes.summary}>
        {ledgerFigures.map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{amount(data?.[name])}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  )
}
