import { Container, MantineProvider } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Failure } from '../components/Failure'
import { accessQuery } from '../components/useAccess'
import { returnToAsked } from '../lib/asked'
import { keepToday } from '../lib/days'
import { takeInvitation } from '../lib/invitation'
import { newQueryClient, query } from '../lib/query'
import { announceViewer, useSession } from '../lib/session'
import { Notices } from './Notices'
import { router } from './router'
import { theme } from './theme'

// Taken here, once: what a component begins with may be asked for again.
const invited = takeInvitation()
returnToAsked()
const queryClient = newQueryClient()
const SignIn = lazy(async () => ({ default: (await import('../features/session/SignIn')).SignIn }))
const Invitation = lazy(async () => ({ default: (await import('../features/session/Invitation')).Invitation }))

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Gate />
        </Suspense>
        <Notices />
      </QueryClientProvider>
    </MantineProvider>
  )
}

// Signing in has no address of its own: whoever has done so is on the page that they came for.
function Gate() {
  const { id, out } = useSession()
  const [invitation, setInvitation] = useState(invited)
  useWindowEvent('hashchange', () => setInvitation((old) => takeInvitation() || old))

  if (invitation !== undefined) return <Invitation key={invitation} token={invitation} onDone={() => setInvitation(undefined)} />
  return out ? <SignIn /> : <Pages key={id} />
}

/** The pages, once it is known who asks. */
function Pages() {
  const { data, error, refetch } = useQuery(query(accessQuery, {}))
  const viewer = data?.viewer
  useEffect(() => {
    if (viewer) announceViewer(`${viewer.role} ${viewer.email}`)
  }, [viewer])

  // Before any address is read: one that names no days means the last month, where the business is.
  if (data) keepToday(data.business.today)
  if (viewer) return <RouterProvider router={router} />
  return (
    error && (
      <Container component="main" size="xs" py="xl">
        <Failure title="Partner Ledger cannot be shown" error={error} onRetry={() => void refetch()} />
      </Container>
    )
  )
}

// The code of the page is loaded while the server is asked.
void router.preloadRoute({ to: location.pathname })
