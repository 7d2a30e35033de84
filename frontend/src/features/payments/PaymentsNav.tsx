import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './PaymentsNav.module.css'

/** The two lists under Payments. */
export function PaymentsNav() {
  return (
    <nav className={classes.nav} aria-label="Payments">
      <Item to="/payments" label="Batches" />
      <Item to="/payments/search" label="Search" />
    </nav>
  )
}

// The link itself says whether it is the current page, by aria-current.
function Item({ to, label }: { to: LinkProps['to']; label: string }) {
  return (
    <Link to={to} className={classes.item} activeOptions={{ exact: true, includeSearch: false }}>
      {label}
    </Link>
  )
}
