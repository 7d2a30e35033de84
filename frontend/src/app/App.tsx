import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { newQueryClient } from '../lib/query'
import { useSession } from '../lib/session'
import { Notices } from './Notices'
import { router } from './router'
import { theme } from './theme'

const queryClient = newQueryClient()
const SignIn = lazy(async () => ({ default: (await import('../features/session/SignIn')).SignIn }))

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Gate />
        <Notices />
      </QueryClientProvider>
    </MantineProvider>
  )
}

// Signing in has no address of its own: whoever has done so is on the page that they came for.
function Gate() {
  const { token } = useSession()
  return token ? (
    <RouterProvider router={router} />
  ) : (
    <Suspense>
      <SignIn />
    </Suspense>
  )
}
