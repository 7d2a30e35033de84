/**
 * The token of an invitation's link, where this page was opened by one; empty where the link has none. It leaves the
 * address bar and the browser's history at once.
 */
export function takeInvitation(): string | undefined {
  if (location.pathname !== '/invitation') return undefined
  const token = location.hash.slice(1)
  if (token) history.replaceState(null, '', location.pathname)
  return token
}
