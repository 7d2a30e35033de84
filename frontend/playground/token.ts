// Session storage, not local storage: the token is gone when the tab is closed.
const key = 'partnerledger:token'

export function loadToken(): string {
  return sessionStorage.getItem(key) ?? ''
}

export function saveToken(token: string): void {
  if (token) sessionStorage.setItem(key, token)
  else sessionStorage.removeItem(key)
}

/** The token itself, from what people paste: with blanks around it, or as a whole header value. */
export function cleanToken(pasted: string): string {
  return pasted.trim().replace(/^bearer\s+/i, '')
}
