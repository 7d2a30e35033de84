import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts'
import { formatAmount } from '../../lib/amounts'
import { formatDay } from '../../lib/days'
import { dayOf, position, type BalanceAt } from './balances'
import classes from './Ledger.module.css'

const compact = new Intl.NumberFormat(undefined, { notation: 'compact' })
const tick = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' }

/** The balance as steps over the days. What is read from it are the amounts as they came; numbers only say how high. */
export function BalanceChart({ points, currency }: { points: BalanceAt[]; currency: string }) {
  const exact = ({ active, payload }: TooltipContentProps) => {
    const point = payload?.[0]?.payload as BalanceAt | undefined
    if (!active || !point) return null
    return (
      <div className={classes.tooltip}>
        {formatDay(point.day)}
        <strong>
          {formatAmount(point.balance, currency)} {currency}
        </strong>
      </div>
    )
  }
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={180} minWidth={0}>
        <AreaChart data={points} margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line-faint)" />
          <XAxis
            type="number"
            dataKey={({ day }: BalanceAt) => position(day)}
            domain={['dataMin', 'dataMax']}
            tickFormatter={(place: number) => formatDay(dayOf(place))}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickCount={5}
            minTickGap={24}
          />
          <YAxis width={44} tickFormatter={(height: number) => compact.format(height)} tickLine={false} axisLine={false} tick={tick} />
          <ReferenceLine y={0} stroke="var(--line)" />
          <Tooltip content={exact} cursor={{ stroke: 'var(--line)' }} isAnimationActive={false} />
          <Area
            type="stepAfter"
            dataKey={({ balance }: BalanceAt) => Number(balance)}
            stroke="var(--mantine-primary-color-filled)"
            strokeWidth={2}
            fill="var(--mantine-primary-color-filled)"
            fillOpacity={0.12}
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}
