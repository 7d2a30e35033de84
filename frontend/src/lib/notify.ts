import type { NotificationData } from '@mantine/notifications'

let wanted = false
const listeners = new Set<() => void>()

/** Tells in a corner of the screen how something went. What shows it is loaded with the first message. */
export async function notify(message: NotificationData): Promise<void> {
  wanted = true
  for (const listener of listeners) listener()
  const { notifications } = await import('@mantine/notifications')
  notifications.show(message)
}

export function watchWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function isWanted(): boolean {
  return wanted
}
