import { Paper, SimpleGrid } from '@mantine/core'
import type { ReactNode } from 'react'
import { Amount } from '../../components/Amount'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { isZero } from '../../lib/amounts'
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
    adjustments
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
    <FigureRow moved={moved} currency={currency}>
      <Figure label={`Owed now, in ${currency}`} note="To all partners, all entries" value={owed.endingBalance} currency={currency} />
    </FigureRow>
  )
}

interface RowProps {
  /** What is owed. */
  children: ReactNode
  moved: Record<'commissionsEarned' | 'clawbacks' | 'adjustments' | 'payments', string>
  currency: string
}

/** What is owed, beside what moved in the twelve months; adjustments where there are any. */
export function FigureRow({ children, moved, currency }: RowProps) {
  const shown = figures.filter(([field]) => field !== 'adjustments' || !isZero(moved.adjustments))
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: shown.length + 1 }} spacing={{ base: 'xs', sm: 'md' }}>
      {children}
      {shown.map(([field, label]) => (
        <Figure key={field} label={label} note="In the twelve months" value={moved[field]} currency={currency} />
      ))}
    </SimpleGrid>
  )
}

const figures = [
  ['commissionsEarned', 'Earned'],
  ['clawbacks', 'Clawed back'],
  ['adjustments', 'Adjusted'],
  ['payments', 'Paid'],
] as const

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
