import { Text } from '@mantine/core'
import { useState } from 'react'
import { FormBody } from '../../components/FormDialog'
import { graphql, type FragmentType } from '../../gql'
import type { PersonFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { InvitationLink, type madeInvitation } from './InvitationLink'

const renewMutation = graphql(`
  mutation RenewInvitation($id: ID!) {
    renewInvitation(id: $id) {
      ...MadeInvitation
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

/** The way in again for somebody who lost the link, or forgot the password. */
export function RenewInvitation({ person, onClose }: Props) {
  const [invitation, setInvitation] = useState<FragmentType<typeof madeInvitation>>()
  const saving = useSave(
    async () => (await request(renewMutation, { id: person.id })).renewInvitation,
    setInvitation,
    `A link for ${person.name} is made, and was shown to nobody. Make a new one.`,
  )
  if (invitation) return <InvitationLink invitation={invitation} onClose={onClose} />
  const { rest } = sortProblems(saving.userErrors, [])
  return (
    <FormBody action="Make the link" saving={saving} problems={rest} onSubmit={() => saving.save(undefined)} onCancel={onClose}>
      <Text size="sm">
        By the link <b>{person.name}</b> sets a new password: the way out where the old one is forgotten. A link from before is no
        longer good; the password is, until another one is set. Whoever came in by the company’s own sign-in is signed out.
      </Text>
    </FormBody>
  )
}
