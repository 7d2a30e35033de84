import { Bar, BarChart, CartesianGrid, Legend, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts'
import { formatAmount, formatHeight } from '../../lib/amounts'
import classes from './MonthsChart.module.css'
import { formatMonth, type Month } from '../../lib/months'

export interface MonthBars {
  month: Month
  currency: string
  earned: string
  clawedBack: string
  paid: string
}

const series = [
  { key: 'earned', label: 'Earned', color: 'var(--chart-earned)' },
  { key: 'clawedBack', label: 'Clawed back', color: 'var(--chart-clawed)' },
  { key: 'paid', label: 'Paid', color: 'var(--chart-paid)' },
] as const

/** Bars by month. What is read from it are the amounts as they came; numbers only say how high a bar is. */
export function MonthsChart({ months }: { months: MonthBars[] }) {
  return (
    <div className={classes.chart} aria-hidden="true">
      <ResponsiveContainer width="100%" height={300} minWidth={0}>
        <BarChart data={months} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} barGap={1} barCategoryGap="22%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line-faint)" />
          <XAxis
            dataKey="month"
            tickFormatter={(month: Month) => formatMonth(month, 'short')}
            tickLine={false}
            axisLine={false}
            tick={{ fontSize: 12, fill: 'var(--mantine-color-dimmed)' }}
            interval="equidistantPreserveStart"
            minTickGap={8}
          />
          <YAxis
            width={44}
            tickFormatter={formatHeight}
            tickLine={false}
            axisLine={false}
            tick={{ fontSize: 12, fill: 'var(--mantine-color-dimmed)' }}
          />
          <ReferenceLine y={0} stroke="var(--line)" />
          <Tooltip content={Exact} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
          <Legend iconType="square" iconSize={10} formatter={legend} itemSorter={null} />
          {series.map(({ key, label, color }) => (
            <Bar
              key={key}
              name={label}
              dataKey={(bars: MonthBars) => Number(bars[key])}
              fill={color}
              maxBarSize={22}
              // Next to large months small ones are still seen.
              minPointSize={(height) => (height ? 2 : 0)}
              radius={[3, 3, 0, 0]}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

function legend(label: string) {
  return <span className={classes.legend}>{label}</span>
}

/** The amounts themselves, not the heights of the bars. */
function Exact({ active, payload }: TooltipContentProps) {
  const bars = payload?.[0]?.payload as MonthBars | undefined
  if (!active || !bars) return null
  return (
    <div className={classes.tooltip}>
      <strong>{formatMonth(bars.month)}</strong>
      <dl>
        {series.map(({ key, label, color }) => (
          <div key={key}>
            <dt>
              <i style={{ background: color }} />
              {label}
            </dt>
            <dd>{formatAmount(bars[key], bars.currency)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
