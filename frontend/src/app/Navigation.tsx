import { NavLink, Text } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  ExportsIcon,
  ImportIcon,
  OrdersIcon,
  OverviewIcon,
  PartnersIcon,
  PaymentsIcon,
  PlaygroundIcon,
  ProgramsIcon,
  ReportIcon,
  SignOutIcon,
} from '../components/icons'
import { Viewer } from '../features/session/Viewer'
import { serverAddress } from '../lib/api'
import { currentSession, endSession } from '../lib/session'
import classes from './Navigation.module.css'

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
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
      <div className={classes.end}>
        <NavLink href={`${serverAddress}/playground`} label="API playground" leftSection={<PlaygroundIcon />} className={classes.link} />
        <NavLink
          component="button"
          label="Sign out"
          description={<Viewer />}
          leftSection={<SignOutIcon />}
          className={classes.link}
          onClick={() => endSession(currentSession().token)}
        />
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
