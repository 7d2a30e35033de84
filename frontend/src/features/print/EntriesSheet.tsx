import { Box } from '@mantine/core'
import { formatDay } from '../../lib/days'
import { kindNames } from '../../components/kindNames'
import { Figure } from './Figure'
import type { Printed } from './load'
import classes from './Print.module.css'

/** One partner's ledger: what was owed before, every entry, what was owed then. */
export function EntriesSheet({ ledger, entries }: Printed) {
  const { partner, currencyCode } = ledger
  const name = `${partner.name} (${partner.code})`
  return (
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={name}>
      <table className={classes.table}>
        <thead>
          {/* Repeated with the columns, so that every page says whose it is. */}
          <tr className={classes.partner}>
            <th scope="colgroup" colSpan={5}>
              {name}
            </th>
          </tr>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Kind</th>
            <th scope="col">Description</th>
            <th scope="col" data-numeric>
              Amount
            </th>
            <th scope="col" data-numeric>
              Balance
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={classes.balance}>
            <th scope="row" colSpan={4}>
              Beginning balance
            </th>
            <Figure value={ledger.beginningBalance} currency={currencyCode} />
          </tr>
          {entries.map(({ id, date, kind, description, batch, amount, balance }) => (
            <tr key={id}>
              <td className={classes.day}>{formatDay(date)}</td>
              <td>{kindNames[kind]}</td>
              <td>{batch ? `${description}, batch ${batch.batchId}` : description}</td>
              <Figure value={amount} currency={currencyCode} />
              <Figure value={balance} currency={currencyCode} />
            </tr>
          ))}
          <tr className={classes.total}>
            <th scope="row" colSpan={4}>
              Ending balance
            </th>
            <Figure value={ledger.endingBalance} currency={currencyCode} />
          </tr>
        </tbody>
      </table>
    </Box>
  )
}
