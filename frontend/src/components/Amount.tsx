import { formatAmount, isNegative, isZero } from '../lib/amounts'
import classes from './Amount.module.css'

interface Props {
  value: string
  currency?: string
}

/** An amount as people read it. The currency gives it its digits; its code is told once, by what stands around. */
export function Amount({ value, currency }: Props) {
  const kind = isNegative(value) ? classes.negative : isZero(value) ? classes.zero : ''
  return <span className={`${classes.amount} ${kind}`}>{formatAmount(value, currency)}</span>
}
