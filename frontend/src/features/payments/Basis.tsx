import { useState, type ReactNode } from 'react'
import { Amount } from '../../components/Amount'
import { graphql, readFragment, type FragmentType } from '../../gql'
import classes from './Basis.module.css'

const fragment = graphql(`
  fragment Basis on PaymentBasis {
    beginningBalance
    commissions
    adjustments
    payments
    endingBalance
  }
`)

interface Props {
  basis: FragmentType<typeof fragment>
  currency: string
  /** The amount that was found from it. */
  children: ReactNode
}

/** An amount; pressed, also the five figures that it was found from, as they were then. */
export function Basis({ basis, currency, children }: Props) {
  const [open, setOpen] = useState(false)
  const figures = readFragment(fragment, basis)
  return (
    <span className={classes.basis}>
      <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        {children}
        <span className={classes.hint}>, found from</span>
      </button>
      {open && (
        <dl className={classes.figures}>
          {names.map(([name, label]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <Amount value={figures[name]} currency={currency} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </span>
  )
}

const names = [
  ['beginningBalance', 'Beginning balance'],
  ['commissions', 'Commissions'],
  ['adjustments', 'Adjustments'],
  ['payments', 'Payments'],
  ['endingBalance', 'Ending balance'],
] as const
