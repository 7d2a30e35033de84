import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AccountIcon } from '../components/icons'
import { useAccess } from '../components/useAccess'
import { Account } from '../features/session/Account'
import { ViewingBanner } from '../features/session/ViewingBanner'
import classes from './PortalShell.module.css'
import { SkipLink } from './SkipLink'

/** What is around the pages of a partner. */
export function PortalShell({ children }: { children: ReactNode }) {
  const { viewer, business } = useAccess()
  const viewing = !!viewer?.viewedBy
  return (
    <div className={classes.shell} data-viewing={viewing || undefined}>
      <SkipLink />
      {viewing && <ViewingBanner />}
      <div className={classes.top}>
        <header className={classes.header}>
          <div className={classes.brand}>
            <strong>{business?.name}</strong>
            <span>Partner portal</span>
          </div>
          {viewer && !viewing && (
            <Account
              target={
                <Button variant="subtle" color="gray" c="var(--mantine-color-text)" size="sm" leftSection={<AccountIcon />} maw={220}>
                  {viewer.name}
                </Button>
              }
            />
          )}
        </header>
        <nav className={classes.nav} aria-label="Main">
          <Page to="/portal" label="Overview" />
          <Page to="/portal/ledger" label="Ledger" />
          <Page to="/portal/payments" label="Payments" />
          <Page to="/portal/statement" label="Statement" />
          <Page to="/portal/profile" label="Profile" />
        </nav>
      </div>
      <main id="content" className={classes.main}>
        {children}
      </main>
    </div>
  )
}

// The link itself says whether it is the current page, by aria-current.
function Page({ to, label }: { to: LinkProps['to']; label: string }) {
  return (
    <Link to={to} className={classes.link} activeOptions={{ exact: true, includeSearch: false }}>
      {label}
    </Link>
  )
}
