import { Box } from '@mantine/core'
import { ledgerFigures } from '../../components/ledgerFigures'
import { readFragment, type FragmentType } from '../../gql'
import type { LedgerCriteria } from '../../gql/graphql'
import { isZero } from '../../lib/amounts'
import { EntriesSheet } from './EntriesSheet'
import type { Layout } from './layouts'
import { Figure } from './Figure'
import type { Printed } from './load'
import classes from './Print.module.css'
import { printHead, ReportHead } from './ReportHead'

interface Props {
  head: FragmentType<typeof printHead>
  criteria: LedgerCriteria
  layout: Layout
  ledgers: Printed[]
}

/** The document: one list, or sheets for each partner that stand by themselves. */
export function Sheets({ head, criteria, layout, ledgers }: Props) {
  const { totals } = readFragment(printHead, head).report
  if (layout === 'partners') {
    return ledgers.map((printed) => (
      <section key={printed.ledger.partner.id} className={classes.sheet}>
        <ReportHead head={head} criteria={criteria} ledgers={ledgers} />
        <EntriesSheet {...printed} />
      </section>
    ))
  }

  // Net, adjustments may add up to nothing and still be there.
  const adjusted = [totals, ...ledgers.map(({ ledger }) => ledger)].some(({ adjustments }) => !isZero(adjustments))
  const columns = ledgerFigures.filter(([key]) => adjusted || key !== 'adjustments')
  return (
    <section className={classes.sheet}>
      <ReportHead head={head} criteria={criteria} ledgers={ledgers} />
      <Box component="section" className={classes.scroll} tabIndex={0} aria-label="The list">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Partner</th>
              <th scope="col">Code</th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col" data-numeric>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledgers.map(({ ledger }) => (
              <tr key={ledger.partner.id}>
                <th scope="row">{ledger.partner.name}</th>
                <td>{ledger.partner.code}</td>
                {columns.map(([key]) => (
                  <Figure key={key} value={ledger[key]} currency={ledger.currencyCode} />
                ))}
              </tr>
            ))}
            {/* Not a tfoot, which would stand at the end of every page. */}
            <tr className={classes.total}>
              <th scope="row" colSpan={2}>
                Total in {totals.currencyCode}
              </th>
              {columns.map(([key]) => (
                <Figure key={key} value={totals[key]} currency={totals.currencyCode} />
              ))}
            </tr>
          </tbody>
        </table>
      </Box>
    </section>
  )
}
