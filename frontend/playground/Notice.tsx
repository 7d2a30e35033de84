import type { Access } from './access'

/** What to do next, as long as there is something to do. */
export function Notice({ access }: { access: Access }) {
  if (access.state === 'missing') {
    return (
      <p className="notice">
        <a href="/">Sign in</a>, or enter a token to load the schema and run the operations below.{' '}
        <code>partnerledger token create</code> makes one.
      </p>
    )
  }
  if (access.state === 'refused' || access.state === 'failed') {
    return (
      <p className="notice alarm" role="alert">
        <strong>{headline[access.state]}</strong> {access.message}
      </p>
    )
  }
  return null
}

const headline = {
  refused: 'The server refuses this token (HTTP 401).',
  failed: 'The token could not be checked.',
}
