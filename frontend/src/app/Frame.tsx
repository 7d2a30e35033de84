import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useAccess } from '../components/useAccess'
import { NotFound } from './NotFound'
import { Shell } from './Shell'

const PortalShell = lazy(async () => ({ default: (await import('./PortalShell')).PortalShell }))

/** What is around every page, for those who work here and for partners. The pages of the ones are not there for the others. */
export function Frame() {
  const isPartner = useAccess().viewer?.role === 'PARTNER'
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const page = isPartner === /^\/portal(\/|$)/.test(pathname) ? <Outlet /> : <NotFound />

  if (!isPartner) return <Shell>{page}</Shell>
  if (pathname === '/') return <Navigate to="/portal" replace />
  return (
    <Suspense>
      <PortalShell>{page}</PortalShell>
    </Suspense>
  )
}
