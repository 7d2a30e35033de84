import { Text } from '@mantine/core'
import { FormBody } from '../../components/FormDialog'
import { graphql } from '../../gql'
import type { PersonFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'

const deactivateMutation = graphql(`
  mutation DeactivateUser($id: ID!) {
    deactivateUser(id: $id) {
      userErrors {
        message
        field
      }
    }
  }
`)

const reactivateMutation = graphql(`
  mutation ReactivateUser($id: ID!) {
    reactivateUser(id: $id) {
      userErrors {
        message
        field
      }
    }
  }
`)

interface Props {
  person: PersonFragment
  onClose: () => void
}

/** Lets somebody in no longer. */
export function DeactivatePerson({ person: { id, name }, onClose }: Props) {
  const saving = useSave(
    async () => (await request(deactivateMutation, { id })).deactivateUser,
    () => {
      onClose()
      void notify({ title: 'Deactivated', message: `${name} is signed out everywhere.` })
    },
  )
  const { rest } = sortProblems(saving.userErrors, [])
  return (
    <FormBody action="Deactivate" color="red.9" saving={saving} problems={rest} onSubmit={() => saving.save(undefined)} onCancel={onClose}>
      <Text size="sm">
        Every session of <b>{name}</b> ends at once, and so does an open invitation. Until you reactivate the account nobody signs
        in with it. What was recorded stays. Access tokens are apart: revoke those that {name} knows.
      </Text>
    </FormBody>
  )
}

/** Lets somebody in again. */
export function ReactivatePerson({ person: { id, name }, onClose }: Props) {
  const saving = useSave(
    async () => (await request(reactivateMutation, { id })).reactivateUser,
    () => {
      onClose()
      void notify({ title: 'Reactivated', message: `${name} may sign in again.` })
    },
  )
  const { rest } = sortProblems(saving.userErrors, [])
  return (
    <FormBody action="Reactivate" saving={saving} problems={rest} onSubmit={() => saving.save(undefined)} onCancel={onClose}>
      <Text size="sm">
        <b>{name}</b> may sign in again, with the password there was. If there was none yet, or it is forgotten, make a new
        invitation link afterwards.
      </Text>
    </FormBody>
  )
}
