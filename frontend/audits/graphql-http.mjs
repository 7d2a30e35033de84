// Runs the audits of the package graphql-http against a server, by a token, and prints what each of them found as JSON.
import { auditServer } from 'graphql-http'

const { PARTNERLEDGER_URL: server, PARTNERLEDGER_TOKEN: token } = process.env

const results = await auditServer({
  url: `${server}/graphql`,
  fetchFn: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${token}` } }),
})
const found = results.map(({ id, name, status, reason }) => ({ id, name, status, reason: reason ?? '' }))
console.log(JSON.stringify(found, null, 2))
