import { useSyncExternalStore } from 'react'

// Session storage, not local storage: the token is gone when the tab is closed. The playground knows the same key, so
// that signing in once is enough for both.
const key = 'partnerledger:token'

export interface Session {
  token: string
  /** Why there is no token any more, in the server's words. Empty where nobody was signed in, or by their own wish. */
  reason: string
}

let session: Session = { token: sessionStorage.getItem(key) ?? '', reason: '' }
const listeners = new Set<() => void>()

export function currentSession(): Session {
  return session
}

export function beginSession(token: string): void {
  sessionStorage.setItem(key, token)
  change({ token, reason: '' })
}

/** Forgets the token. Where another one is in use by now, its session goes on. */
export function endSession(token: string, reason = ''): void {
  if (token !== session.token) return
  sessionStorage.removeItem(key)
  change({ token: '', reason })
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

function change(next: Session) {
  session = next
  for (const listener of listeners) listener()
}
