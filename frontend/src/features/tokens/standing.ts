interface Token {
  expiresAt?: string | null
  revokedAt?: string | null
}

/** Whether a token lets anybody in, or why no longer. */
export function standing({ expiresAt, revokedAt }: Token, now = Date.now()): 'GOOD' | 'ENDED' | 'REVOKED' {
  if (revokedAt) return 'REVOKED'
  return expiresAt && Date.parse(expiresAt) <= now ? 'ENDED' : 'GOOD'
}
