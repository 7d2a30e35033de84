import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts'
import { formatAmount, formatHeight } from '../../lib/amounts'
import { formatDay } from '../../lib/days'
import { formatMonth, monthOf } from '../../lib/months'
import { dayOf, monthTicks, position, type BalanceAt } from './balances'
import classes from './Ledger.module.css'

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
  const months = monthTicks(points[0]!.day, points.at(-1)!.day, 6)
  // Within a month or two, days tell more.
  const ticks = months.length > 1 ? months : undefined
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={200} minWidth={0}>
        <AreaChart data={points} margin={{ top: 8, right: 28, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line-faint)" />
          <XAxis
            type="number"
            dataKey={({ day }: BalanceAt) => position(day)}
            domain={['dataMin', 'dataMax']}
            ticks={ticks?.map(position)}
            tickFormatter={(place: number) => (ticks ? formatMonth(monthOf(dayOf(place)), 'medium') : formatDay(dayOf(place)))}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickCount={4}
            minTickGap={24}
            padding={{ left: 4, right: 4 }}
          />
          <YAxis width={44} tickFormatter={formatHeight} tickLine={false} axisLine={false} tick={tick} />
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
