import { useSyncExternalStore } from 'react'
import { clearNotices, notify } from './notify'

// Session storage, not local storage: the token is gone when the tab is closed. The playground knows the same key, so
// that signing in once is enough for both.
const tokenKey = 'partnerledger:token'
// Who somebody is who looks at the portal as a partner, and the page they came from.
const ownKey = 'partnerledger:own'

export interface Session {
  /** Another one for each session of this tab. */
  readonly id: number
  /** Goes into a header. Empty where a cookie says who asks, which no script can read. */
  readonly token: string
  /** Nobody is signed in, as far as this tab knows. */
  readonly out: boolean
  /** Why the session before ended. Empty where nobody was signed in, or by their own wish. */
  readonly reason: string
}

/** The server's cookie comes along only where the page comes from the same server. */
export const hasCookie = !import.meta.env.VITE_API_URL

let session = start(sessionStorage.getItem(tokenKey) ?? '', 0)
const listeners = new Set<() => void>()

export function currentSession(): Session {
  return session
}

/** Begins with a token, or with the cookie that the server has set. */
export function beginSession(token = ''): void {
  sessionStorage.removeItem(ownKey)
  keepToken(token)
  change(start(token))
}

/** Looks at the portal by another token, until endSession leads back to being oneself. */
export function beginViewing(token: string, path: string): void {
  sessionStorage.setItem(ownKey, JSON.stringify({ token: session.token, path: location.pathname + location.search }))
  keepToken(token)
  history.pushState(null, '', path)
  change(start(token))
}

/**
 * Ends a session, for the reason that the server gives, if any: of a cookie that is no longer good it knows none. Where another
 * session has begun by now, that one goes on; one that has ended keeps its first reason, whatever is refused after it.
 */
export function endSession(ended: Session, reason = ''): void {
  if (ended.id !== session.id || ended.out) return
  const own = sessionStorage.getItem(ownKey)
  sessionStorage.removeItem(ownKey)
  if (own) return endViewing(JSON.parse(own) as { token: string; path: string }, reason !== '')
  keepToken('')
  change({ id: session.id + 1, token: '', out: true, reason: ended.token ? reason : reason && viewer && 'Your session has ended.' })
  announceViewer('')
}

/** Tells, later, whether whoever is signed in now still is. */
export function sameSession(): () => boolean {
  const { id } = session
  return () => session.id === id
}

function endViewing({ token, path }: { token: string; path: string }, unasked: boolean) {
  keepToken(token)
  history.replaceState(null, '', path)
  change(start(token))
  if (unasked) void notify({ title: 'You are yourself again', message: 'The look at the portal has ended: it lasts an hour.', role: 'alert' })
}

// The cookie is the same in all tabs. Where somebody else is signed in by now, or nobody, no tab goes on with what the
// person before has seen.
let viewer = ''
const tabs = new BroadcastChannel('partnerledger:viewer')
tabs.addEventListener('message', ({ data }) => {
  if (hasCookie && !session.token && data !== viewer) change(start(''))
})

/** Tells the other tabs who is signed in by the cookie. */
export function announceViewer(name: string): void {
  if (session.token || name === viewer) return
  viewer = name
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves the origin
  tabs.postMessage(name)
}

export function watchSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSession(): Session {
  return useSyncExternalStore(watchSession, currentSession)
}

/** The token itself, from what people paste: with blanks around it, or as a whole header value. */
export function cleanToken(pasted: string): string {
  return pasted.trim().replace(/^bearer\s+/i, '')
}

function start(token: string, id = session.id + 1): Session {
  return { id, token, out: !token && !hasCookie, reason: '' }
}

function keepToken(token: string) {
  if (token) sessionStorage.setItem(tokenKey, token)
  else sessionStorage.removeItem(tokenKey)
}

function change(next: Session) {
  session = next
  clearNotices()
  for (const listener of listeners) listener()
}
