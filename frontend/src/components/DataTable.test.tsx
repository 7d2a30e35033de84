// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { column, DataTable, type Columns, type Order } from './DataTable'

interface Row {
  name: string
  owed: string
}

const columns: Columns<Row> = [
  column('name', { label: 'Partner', order: 'NAME', rowHeader: true }, ({ name }) => name),
  column('owed', { label: 'Owed', order: 'OWED', numeric: true }, ({ owed }) => owed),
]
const rows = [
  { name: 'Ada', owed: '7.00' },
  { name: 'Bo', owed: '5.00' },
]

beforeAll(() => {
  window.matchMedia ??= (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never
})
afterEach(cleanup)

function show(order: Order, onOrder = vi.fn<(order: Order) => void>()) {
  render(
    <MantineProvider>
      <DataTable
        caption="What is owed"
        columns={columns}
        rows={rows}
        rowId={({ name }) => name}
        order={order}
        onOrder={onOrder}
        totals={{ name: 'Total', owed: '12.00' }}
      />
    </MantineProvider>,
  )
  return onOrder
}

test('rows, their names and the totals', () => {
  show({ field: 'NAME', direction: 'ASC' })
  const table = within(screen.getByRole('table', { name: 'What is owed' }))
  expect(table.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Ada', 'Bo', 'Total'])
  expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['7.00', '5.00', '12.00'])
})

test('the order is told, and turned by the same header', async () => {
  const onOrder = show({ field: 'NAME', direction: 'ASC' })
  expect(screen.getByRole('columnheader', { name: 'Partner' }).getAttribute('aria-sort')).toBe('ascending')
  expect(screen.getByRole('columnheader', { name: 'Owed' }).hasAttribute('aria-sort')).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Partner' }))
  expect(onOrder).toHaveBeenLastCalledWith({ field: 'NAME', direction: 'DESC' })
})

test('amounts begin with the largest', async () => {
  const onOrder = show({ field: 'NAME', direction: 'ASC' })
  await userEvent.click(screen.getByRole('button', { name: 'Owed' }))
  expect(onOrder).toHaveBeenLastCalledWith({ field: 'OWED', direction: 'DESC' })
})

test('without headers the order is chosen from a list', async () => {
  const onOrder = show({ field: 'NAME', direction: 'ASC' })
  await userEvent.selectOptions(screen.getByLabelText('Sort by'), 'Owed, smallest first')
  expect(onOrder).toHaveBeenLastCalledWith({ field: 'OWED', direction: 'ASC' })
})
