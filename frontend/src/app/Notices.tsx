import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isWanted, watchWanted } from '../lib/notify'

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

/** Where the messages of notify appear. */
export function Notices() {
  const wanted = useSyncExternalStore(watchWanted, isWanted)
  return (
    wanted && (
      <Suspense>
        <Notifications position="bottom-right" />
      </Suspense>
    )
  )
}
