import { Paper, SimpleGrid } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { graphql, readFragment, type FragmentType } from '../../gql'
import classes from './Figures.module.css'

const owedNow = graphql(`
  fragment OwedNow on LedgerTotals {
    currencyCode
    endingBalance
  }
`)

const yearFigures = graphql(`
  fragment YearFigures on LedgerTotals {
    currencyCode
    commissionsEarned
    clawbacks
    payments
  }
`)

interface Props {
  now: FragmentType<typeof owedNow>
  year: FragmentType<typeof yearFigures>
}

/** What is owed now, and what moved in the twelve months. */
export function Figures({ now, year }: Props) {
  const owed = readFragment(owedNow, now)
  const moved = readFragment(yearFigures, year)
  const currency = owed.currencyCode
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing={{ base: 'xs', sm: 'md' }}>
      <Figure label={`Owed now, in ${currency}`} note="To all partners, all entries" value={owed.endingBalance} currency={currency} />
      <Figure label="Earned" note="In the twelve months" value={moved.commissionsEarned} currency={currency} />
      <Figure label="Clawed back" note="In the twelve months" value={moved.clawbacks} currency={currency} />
      <Figure label="Paid" note="In the twelve months" value={moved.payments} currency={currency} />
    </SimpleGrid>
  )
}

interface FigureProps {
  label: string
  note: string
  value: string
  currency: string
}

export function Figure({ label, note, value, currency }: FigureProps) {
  return (
    <Paper withBorder px="md" py={{ base: 'xs', sm: 'md' }} className={classes.figure}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>
        <Amount value={value} currency={currency} />
      </span>
      <span className={classes.note}>{note}</span>
    </Paper>
  )
}
