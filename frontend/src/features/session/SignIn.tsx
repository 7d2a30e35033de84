import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { hasCookie, useSession } from '../../lib/session'
import { Door } from './Door'
import { OpenIdConnect } from './OpenIdConnect'
import { PasswordForm } from './PasswordForm'
import { takeSignInError } from './signInError'
import { TokenForm } from './TokenForm'

/** Signing in by password, by the company's own sign-in, or with a token. */
export function SignIn() {
  const { reason } = useSession()
  const [failed] = useState(takeSignInError)
  const [byToken, setByToken] = useState(!hasCookie)
  return (
    <Door
      title="Sign in to Partner Ledger"
      description={byToken ? 'Paste your access token. It is kept until you close this tab.' : undefined}
    >
      {byToken ? <TokenForm reason={reason} /> : <PasswordForm reason={reason || failed} />}
      {!byToken && <OpenIdConnect />}
      {hasCookie && (
        <Anchor component="button" type="button" fz="sm" ta="start" onClick={() => setByToken(!byToken)}>
          {byToken ? 'Sign in with e-mail and password' : 'Sign in with a token'}
        </Anchor>
      )}
      {!byToken && (
        <Text c="dimmed" size="xs">
          Have you forgotten your password? An administrator can send you a link to set a new one.
        </Text>
      )}
    </Door>
  )
}
