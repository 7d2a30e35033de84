import { Text } from '@mantine/core'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { graphql } from '../../gql'
import type { TokenRowFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'

const revokeMutation = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) {
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  token: TokenRowFragment
}

/** Ends a token. */
export function RevokeToken({ token }: Props) {
  return (
    <FormDialog
      button="Revoke"
      buttonProps={{ size: 'compact-xs', 'aria-label': `Revoke ${token.name}` }}
      title={`Revoke ${token.name}?`}
    >
      {(close) => <Form token={token} onClose={close} />}
    </FormDialog>
  )
}

function Form({ token: { id, name, hint }, onClose }: Props & { onClose: () => void }) {
  const saving = useSave(
    async () => (await request(revokeMutation, { id })).revokeAccessToken,
    () => {
      onClose()
      void notify({ title: 'Token revoked', message: `${name} opens nothing any more.` })
    },
  )
  const { rest } = sortProblems(saving.userErrors, [])
  return (
    <FormBody action="Revoke" color="red.9" saving={saving} problems={rest} onSubmit={() => saving.save(undefined)} onCancel={onClose}>
      <Text size="sm">
        Whatever uses the token <b>{hint}…</b> is refused from the next request on, and so are the tokens for portals that were made
        with it. A token that is revoked never opens anything again.
      </Text>
    </FormBody>
  )
}
