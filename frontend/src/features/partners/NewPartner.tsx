import { useNavigate } from '@tanstack/react-router'
import { FormDialog } from '../../components/FormDialog'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { emptyPartner, partnerInput, type PartnerDraft } from './draft'
import { PartnerForm } from './PartnerForm'

const createPartner = graphql(`
  mutation CreatePartner($input: ReferralPartnerInput!) {
    createReferralPartner(input: $input) {
      partner {
        id
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Adds a partner, and shows it. */
export function NewPartner() {
  return (
    <FormDialog button="New partner" buttonProps={{ variant: 'filled' }} title="New partner" size="lg">
      {(close) => <Form onClose={close} />}
    </FormDialog>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const saving = useSave(
    async (draft: PartnerDraft) => (await request(createPartner, { input: partnerInput(draft) })).createReferralPartner,
    ({ partner }, here) => {
      onClose()
      void notify({ title: 'Partner added', message: `${partner!.name} can be named in orders now.` })
      if (here) void navigate({ to: '/partners/$partnerId', params: { partnerId: partner!.id } })
    },
  )
  return <PartnerForm initial={emptyPartner} action="Add the partner" once saving={saving} onCancel={onClose} />
}
