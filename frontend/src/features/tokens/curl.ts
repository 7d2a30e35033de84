/** A first call with a token, to paste into a shell. */
export function exampleCall(server: string, token: string): string {
  return `curl ${server}/graphql \\
  -H 'Authorization: Bearer ${token}' \\
  -H 'Content-Type: application/json' \\
  -d '{"query":"{ viewer { name role } }"}'`
}
