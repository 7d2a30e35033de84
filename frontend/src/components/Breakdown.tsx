import { Tooltip } from '@mantine/core'
import { Fragment, useState, type ReactNode } from 'react'
import { Amount } from './Amount'
import classes from './Breakdown.module.css'

interface Props {
  /** The amount that has the parts. */
  children: ReactNode
  /** Told to those who cannot see the dots below the amount: "earned and clawed back". */
  hint: string
  parts: readonly (readonly [name: string, amount: string])[]
  currency: string
}

/** An amount and what it was made of: on hover, or for good when pressed. */
export function Breakdown({ children, hint, parts, currency }: Props) {
  const [open, setOpen] = useState(false)
  const list = (
    <span className={classes.parts}>
      {parts.map(([name, amount]) => (
        <Fragment key={name}>
          <span>{name}</span>
          <Amount value={amount} currency={currency} />
        </Fragment>
      ))}
    </span>
  )
  return (
    <span className={classes.whole}>
      <Tooltip label={list} disabled={open} withArrow classNames={{ tooltip: classes.tooltip }}>
        <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {children}
          <span className={classes.hint}>, {hint}</span>
        </button>
      </Tooltip>
      {open && list}
    </span>
  )
}
