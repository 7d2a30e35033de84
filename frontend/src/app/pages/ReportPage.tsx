import { Button, Menu } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAccess } from '../../components/useAccess'
import { DownIcon, PaymentsIcon, PrintIcon } from '../../components/icons'
import { EntriesItem } from '../../features/exports/EntriesItem'
import { ExportItem } from '../../features/exports/ExportItem'
import { Report } from '../../features/report/Report'
import { readCriteria } from '../../features/report/search'
import type { LedgerCriteria } from '../../gql/graphql'

export function ReportPage() {
  return <Report Actions={Actions} />
}

const route = getRouteApi('/reports/ledgers')

function Actions({ criteria }: { criteria: LedgerCriteria }) {
  const { order, direction, ...shown } = route.useSearch()
  const search = readCriteria(shown)
  const { business } = useAccess()
  const currency = search.currency ?? business?.currencyCode
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<DownIcon />}>Actions</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ExportItem criteria={criteria} />
        {currency && <EntriesItem start={search.start} end={search.end} currency={currency} />}
        <Menu.Item
          leftSection={<PrintIcon />}
          renderRoot={(props) => <Link to="/reports/print" search={{ ...search, order, direction }} {...props} />}
        >
          Print Referral Partner Ledgers
        </Menu.Item>
        <Menu.Item
          leftSection={<PaymentsIcon />}
          renderRoot={(props) => <Link to="/payments/new" search={search} {...props} />}
        >
          Create Referral Partner Payments
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
