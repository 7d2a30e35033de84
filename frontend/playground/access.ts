import { useEffect, useState } from 'react'
import { send } from './graphql'
import { cleanToken, loadToken, saveToken } from './token'

export type Access =
  | { state: 'missing' }
  | { state: 'checking' }
  | { state: 'granted'; role: string }
  | { state: 'refused'; message: string }
  | { state: 'failed'; message: string }

/** The token in use, if any, what the server thinks of it, and how to enter another. */
export function useAccess() {
  // An object, so that entering the same token again is a second try: the server may be up by then.
  const [entered, setEntered] = useState(() => ({ token: loadToken() }))
  const [access, setAccess] = useState<Access>({ state: 'checking' })

  useEffect(() => {
    const abort = new AbortController()
    void askForRole(entered.token, abort.signal).then((answer) => {
      if (!abort.signal.aborted) setAccess(answer)
    })
    return () => abort.abort()
  }, [entered])

  const enter = (pasted: string) => {
    const token = cleanToken(pasted)
    saveToken(token)
    setEntered({ token })
    setAccess({ state: 'checking' })
  }
  return { token: entered.token, access, enter }
}

export async function askForRole(token: string, signal?: AbortSignal): Promise<Access> {
  try {
    const { status, result } = await send(token, { query: '{ viewer { role } }' }, signal)
    const viewer = result.data?.viewer as { role: string } | null | undefined
    if (viewer) return { state: 'granted', role: viewer.role }
    if (status === 401 && !token) return { state: 'missing' }
    const message = result.errors?.[0]?.message ?? 'The server gave no reason.'
    return { state: status === 401 ? 'refused' : 'failed', message }
  } catch {
    return { state: 'failed', message: 'The server did not answer. Is it running?' }
  }
}
