import { Tooltip } from '@mantine/core'
import { useState } from 'react'
import { Amount } from '../../components/Amount'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { isZero } from '../../lib/amounts'
import classes from './Commissions.module.css'

const commissions = graphql(`
  fragment Commissions on ReferralPartnerLedger {
    currencyCode
    commissions
    commissionsEarned
    clawbacks
  }
`)

interface Props {
  ledger: FragmentType<typeof commissions>
}

/** The commissions of a ledger; where some were clawed back, the two parts on hover, or for good when pressed. */
export function Commissions({ ledger }: Props) {
  const [open, setOpen] = useState(false)
  const { currencyCode, commissions: net, commissionsEarned, clawbacks } = readFragment(commissions, ledger)
  const sum = <Amount value={net} currency={currencyCode} />
  if (isZero(clawbacks)) return sum

  const parts = (
    <span className={classes.parts}>
      <span>Earned</span>
      <Amount value={commissionsEarned} currency={currencyCode} />
      <span>Clawed back</span>
      <Amount value={clawbacks} currency={currencyCode} />
    </span>
  )
  return (
    <span className={classes.commissions}>
      <Tooltip label={parts} disabled={open} withArrow classNames={{ tooltip: classes.tooltip }}>
        <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {sum}
          <span className={classes.hint}>, earned and clawed back</span>
        </button>
      </Tooltip>
      {open && parts}
    </span>
  )
}
