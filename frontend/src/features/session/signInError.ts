/** Why the company's own sign-in, which comes back by an address, let nobody in. It leaves the address at once. */
export function takeSignInError(): string {
  const { pathname, search } = location
  const params = new URLSearchParams(search)
  const code = params.get('signInError')
  if (code === null) return ''
  params.delete('signInError')
  history.replaceState(null, '', pathname + (params.size > 0 ? `?${params}` : ''))
  return reasons[code] ?? 'The sign-in of your company did not work. Try again, or ask whoever runs it.'
}

// Anybody can make an address: no more than the code is taken from it.
const reasons: Record<string, string> = {
  cancelled: 'The sign-in of your company was not finished.',
  expired: 'That took too long, or was begun in another browser. Try again.',
  unreachable: 'The sign-in of your company cannot be reached. Try again later.',
  unknown: 'Your company has signed you in, but you are not known here. Ask an administrator to invite you.',
  unverified: 'Your company has signed you in, but does not vouch for your e-mail address.',
  deactivated: 'Your account here is deactivated. Ask an administrator.',
  linked: 'Your account here is another person’s at your company. Ask an administrator.',
}
