import { NativeSelect, Skeleton } from '@mantine/core'
import { createColumnHelper, metaHelper, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useState, type ReactNode } from 'react'
import classes from './DataTable.module.css'
import { AscendingIcon, DescendingIcon, DownIcon, UnorderedIcon } from './icons'

export interface Order<TField extends string = string> {
  field: TField
  direction: 'ASC' | 'DESC'
}

interface Meta {
  /** How the column is called where there is no room for a header: on a phone, and in the choice of the order. */
  label: string
  /** Amounts and counts: to the right, largest first. */
  numeric?: boolean
  /** Short texts that belong on one line: days, names of types. */
  whole?: boolean
  /** What people write, which may be one long word, such as an e-mail address: it breaks rather than widen the table. */
  long?: boolean
  /** The figure that the row is about. */
  main?: boolean
  /** What the API calls the order by this column. */
  order?: string
  /** The cell that names the row. */
  rowHeader?: boolean
}

// The server orders, selects and pages; the table only lays out.
const features = tableFeatures({ columnMeta: metaHelper<Meta>() })

export type Columns<TRow extends object> = ColumnDef<typeof features, TRow>[]

/** A column: what it is called and what its cells show. */
export function column<TRow extends object>(id: string, meta: Meta, cell: (row: TRow) => ReactNode) {
  return createColumnHelper<typeof features, TRow>().display({
    id,
    meta,
    header: meta.label,
    cell: ({ row }) => cell(row.original),
  })
}

interface Props<TRow extends object, TField extends string> {
  /** What the table shows, for those who cannot see it. */
  caption: string
  columns: Columns<TRow>
  /** Nothing while they are loaded for the first time. */
  rows: TRow[] | null | undefined
  rowId: (row: TRow) => string
  /** The rows are older than what was asked for. */
  busy?: boolean
  order?: Order<TField>
  onOrder?: (order: Order<TField>) => void
  /** The last row, by the columns' ids. */
  totals?: Record<string, ReactNode>
  /** What else there is to tell of a row: shown below it when asked for. */
  details?: Details<TRow>
}

interface Details<TRow> {
  /** What the button is called that shows them: "Details of order 1001". */
  label: (row: TRow) => string
  show: (row: TRow) => ReactNode
}

/** A table; on a phone each row is a card. */
export function DataTable<TRow extends object, TField extends string>(props: Props<TRow, TField>) {
  const { caption, columns, rows, rowId, busy = false, order, onOrder, totals, details } = props
  const table = useTable({ features, columns, data: rows ?? none, getRowId: rowId })
  const heads = table.getFlatHeaders().map(({ id, column: { columnDef } }) => ({ id, meta: columnDef.meta! }))

  return (
    <div className={classes.frame}>
      {order && onOrder && <OrderChoice heads={heads} order={order} onOrder={onOrder} />}
      <div className={classes.progress} data-busy={busy || undefined} />
      <table className={classes.table} aria-busy={busy || !rows} aria-label={caption}>
        <thead>
          <tr>
            {heads.map((head) => (
              <Head key={head.id} meta={head.meta} order={order} onOrder={onOrder} />
            ))}
            {details && <th scope="col">Details</th>}
          </tr>
        </thead>
        <tbody data-busy={busy || undefined}>
          {rows
            ? table.getRowModel().rows.map((row) => (
                <Row key={row.id} row={row.original} width={heads.length + 1} details={details}>
                  {row.getAllCells().map((cell) => (
                    <Cell key={cell.id} meta={cell.column.columnDef.meta!}>
                      <table.FlexRender cell={cell} />
                    </Cell>
                  ))}
                </Row>
              ))
            : placeholders.map((index) => (
                <tr key={index}>
                  {heads.map((head) => (
                    <Cell key={head.id} meta={{ ...head.meta, rowHeader: false }}>
                      <Skeleton height={14} width={head.meta.numeric ? 80 : 140} display="inline-block" />
                    </Cell>
                  ))}
                  {details && (
                    <td>
                      <Skeleton height={14} width={60} />
                    </td>
                  )}
                </tr>
              ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {heads.map((head) => (
                <Cell key={head.id} meta={head.meta}>
                  {totals[head.id]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const none: never[] = []
const placeholders = [0, 1, 2, 3, 4, 5, 6, 7]

interface RowProps<TRow> {
  row: TRow
  /** How many cells it has with that of the button. */
  width: number
  details?: Details<TRow>
  children: ReactNode
}

function Row<TRow>({ row, width, details, children }: RowProps<TRow>) {
  const [open, setOpen] = useState(false)
  if (!details) return <tr>{children}</tr>
  return (
    <>
      <tr data-open={open || undefined}>
        {children}
        <td className={classes.more}>
          <button type="button" className={classes.toggle} aria-label={details.label(row)} aria-expanded={open} onClick={() => setOpen(!open)}>
            Details
            <DownIcon />
          </button>
        </td>
      </tr>
      {open && (
        <tr className={classes.details}>
          <td colSpan={width}>{details.show(row)}</td>
        </tr>
      )}
    </>
  )
}

function Cell({ meta, children }: { meta: Meta; children: ReactNode }) {
  const { label, numeric, whole, long, main } = meta
  const shared = { 'data-label': label, 'data-numeric': numeric, 'data-whole': whole, 'data-long': long, 'data-main': main, children }
  return meta.rowHeader ? <th scope="row" {...shared} /> : <td {...shared} />
}

interface HeadProps<TField extends string> {
  meta: Meta
  order?: Order<TField>
  onOrder?: (order: Order<TField>) => void
}

function Head<TField extends string>({ meta, order, onOrder }: HeadProps<TField>) {
  const shared = { scope: 'col', 'data-numeric': meta.numeric }
  if (!meta.order || !order || !onOrder) return <th {...shared}>{meta.label}</th>

  const active = order.field === meta.order
  const ascending = order.direction === 'ASC'
  const first = meta.numeric ? 'DESC' : 'ASC'
  const next = active ? (ascending ? 'DESC' : 'ASC') : first
  const Icon = active ? (ascending ? AscendingIcon : DescendingIcon) : UnorderedIcon
  return (
    <th {...shared} aria-sort={active ? (ascending ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        className={classes.sort}
        data-active={active || undefined}
        onClick={() => onOrder({ field: meta.order as TField, direction: next })}
      >
        {meta.label}
        <Icon />
      </button>
    </th>
  )
}

interface ChoiceProps<TField extends string> {
  heads: { meta: Meta }[]
  order: Order<TField>
  onOrder: (order: Order<TField>) => void
}

/** The order where there are no headers to press. */
function OrderChoice<TField extends string>({ heads, order, onOrder }: ChoiceProps<TField>) {
  const data = heads.flatMap(({ meta }) => {
    if (!meta.order) return []
    const [ascending, descending] = meta.numeric ? ['smallest first', 'largest first'] : ['A to Z', 'Z to A']
    return [
      { value: `${meta.order} ASC`, label: `${meta.label}, ${ascending}` },
      { value: `${meta.order} DESC`, label: `${meta.label}, ${descending}` },
    ]
  })
  return (
    <NativeSelect
      className={classes.order}
      label="Sort by"
      data={data}
      value={`${order.field} ${order.direction}`}
      onChange={({ currentTarget: { value } }) => {
        const [field, direction] = value.split(' ')
        onOrder({ field: field as TField, direction: direction as Order['direction'] })
      }}
    />
  )
}
