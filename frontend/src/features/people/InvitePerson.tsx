import { useState } from 'react'
import { FormDialog } from '../../components/FormDialog'
import { graphql, type FragmentType } from '../../gql'
import { request } from '../../lib/api'
import { useSave } from '../../lib/useSave'
import { userInput, type PersonDraft } from './draft'
import { InvitationLink, type madeInvitation } from './InvitationLink'
import { PersonForm } from './PersonForm'

const inviteMutation = graphql(`
  mutation InviteUser($input: UserInput!) {
    inviteUser(input: $input) {
      ...MadeInvitation
      userErrors {
        message
        field
      }
    }
  }
`)

/** Lets somebody new in; the dialog ends with the link to send. */
export function InvitePerson() {
  return (
    <FormDialog button="Invite" buttonProps={{ variant: 'filled' }} title="Invite a person" size="lg" keepOpen>
      {(close) => <Form initial={{ name: '', email: '', role: 'FINANCE' }} onClose={close} />}
    </FormDialog>
  )
}

interface PartnerProps {
  partner: { id: string; name: string; email?: string | null }
}

/** Lets somebody of a partner into the portal. */
export function InvitePartner({ partner: { id, name, email } }: PartnerProps) {
  return (
    <FormDialog button="Invite to the portal" title={`Invite ${name} to the portal`} size="lg" keepOpen>
      {(close) => <Form initial={{ name, email: email ?? '', role: 'PARTNER', partnerId: id }} onClose={close} />}
    </FormDialog>
  )
}

function Form({ initial, onClose }: { initial: PersonDraft; onClose: () => void }) {
  const [invitation, setInvitation] = useState<FragmentType<typeof madeInvitation>>()
  const saving = useSave(
    async (draft: PersonDraft) => (await request(inviteMutation, { input: userInput(draft) })).inviteUser,
    setInvitation,
    'The person is invited, and the link was shown to nobody. Make a new invitation link.',
  )
  if (invitation) return <InvitationLink invitation={invitation} onClose={onClose} />
  return <PersonForm initial={initial} action="Invite" once saving={saving} onCancel={onClose} />
}
