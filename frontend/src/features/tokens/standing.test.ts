import { expect, test } from 'vitest'
import { standing } from './standing'

const now = Date.parse('2015-06-24T12:00:00Z')

test.each([
  [{}, 'GOOD'],
  [{ expiresAt: '2015-06-24T12:00:01Z' }, 'GOOD'],
  [{ expiresAt: '2015-06-24T12:00:00Z' }, 'ENDED'],
  [{ revokedAt: '2015-06-24T11:00:00Z' }, 'REVOKED'],
  [{ expiresAt: '2015-06-24T11:30:00Z', revokedAt: '2015-06-24T11:00:00Z' }, 'REVOKED'],
])('a token of %j is %s', (token, state) => expect(standing(token, now)).toBe(state))
