import type { NotificationData, notifications as shownNotifications } from '@mantine/notifications'

let wanted = false
let shown: typeof shownNotifications | undefined
const listeners = new Set<() => void>()

/** Tells in a corner of the screen how something went. What shows it is loaded with the first message. */
export async function notify(message: NotificationData): Promise<void> {
  wanted = true
  for (const listener of listeners) listener()
  shown = (await import('@mantine/notifications')).notifications
  shown.show(message)
}

/** Takes back a message that no longer holds. */
export async function forget(id: string): Promise<void> {
  if (wanted) (await import('@mantine/notifications')).notifications.hide(id)
}

/** Takes back all messages: what they tell is not for whoever signs in next. */
export function clearNotices(): void {
  shown?.clean()
}

export function watchWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function isWanted(): boolean {
  return wanted
}
