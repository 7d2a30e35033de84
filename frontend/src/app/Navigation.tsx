import { NavLink, Text } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  AccountIcon,
  AuditLogIcon,
  ExportsIcon,
  ImportIcon,
  OrdersIcon,
  OverviewIcon,
  PartnersIcon,
  PaymentsIcon,
  PeopleIcon,
  PlaygroundIcon,
  ProgramsIcon,
  ReportIcon,
  TokensIcon,
} from '../components/icons'
import { roleNames } from '../components/roleNames'
import { useAccess } from '../components/useAccess'
import { Account } from '../features/session/Account'
import { serverAddress } from '../lib/api'
import classes from './Navigation.module.css'

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { viewer } = useAccess()
  return (
    <nav className={classes.nav} aria-label="Main">
      <Page to="/" label="Overview" icon={<OverviewIcon />} onClick={onNavigate} />
      <Text component="h2" className={classes.group}>
        Reports
      </Text>
      <Page to="/reports/ledgers" label="Referral Partner Ledgers" icon={<ReportIcon />} onClick={onNavigate} />
      <Page to="/reports/exports" label="Exports" icon={<ExportsIcon />} onClick={onNavigate} />
      <hr className={classes.rule} />
      <Page to="/payments" label="Payments" icon={<PaymentsIcon />} onClick={onNavigate} />
      <hr className={classes.rule} />
      <Page to="/partners" label="Partners" icon={<PartnersIcon />} onClick={onNavigate} />
      <Page to="/programs" label="Programs" icon={<ProgramsIcon />} onClick={onNavigate} />
      <Page to="/orders" label="Orders" icon={<OrdersIcon />} onClick={onNavigate} />
      <Page to="/import" label="Import" icon={<ImportIcon />} onClick={onNavigate} />
      {viewer?.role === 'ADMIN' && (
        <>
          <Text component="h2" className={classes.group}>
            Administration
          </Text>
          <Page to="/admin/people" label="People" icon={<PeopleIcon />} onClick={onNavigate} />
          <Page to="/admin/tokens" label="Access tokens" icon={<TokensIcon />} onClick={onNavigate} />
          <Page to="/admin/audit-log" label="Audit log" icon={<AuditLogIcon />} onClick={onNavigate} />
        </>
      )}
      <div className={classes.end}>
        <NavLink href={`${serverAddress}/playground`} label="API playground" leftSection={<PlaygroundIcon />} className={classes.link} />
        {viewer && (
          <Account
            target={
              <NavLink
                component="button"
                label={viewer.name}
                description={roleNames[viewer.role]}
                leftSection={<AccountIcon />}
                className={classes.link}
              />
            }
          />
        )}
      </div>
    </nav>
  )
}

interface PageProps {
  to: LinkProps['to']
  label: string
  icon: ReactNode
  onClick: () => void
}

// The link itself says whether it is the current page, by aria-current.
function Page({ to, label, icon, onClick }: PageProps) {
  return (
    <NavLink
      label={label}
      leftSection={icon}
      className={classes.link}
      onClick={onClick}
      renderRoot={(props) => <Link to={to} activeOptions={{ includeSearch: false, exact: to === '/' }} {...props} />}
    />
  )
}
