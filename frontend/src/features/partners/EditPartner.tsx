import { useState } from 'react'
import { FormDialog } from '../../components/FormDialog'
import type { PartnerFieldsFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { refuseChanged } from '../../lib/refuseChanged'
import { useSave } from '../../lib/useSave'
import { draftOf, partnerInput, type PartnerDraft } from './draft'
import { currentPartner, updatePartner } from './fields'
import { PartnerForm } from './PartnerForm'

interface Props {
  partner: PartnerFieldsFragment
}

export function EditPartner({ partner }: Props) {
  return (
    <FormDialog button="Edit" title={`Edit ${partner.name}`} size="lg">
      {(close) => <Form partner={partner} onClose={close} />}
    </FormDialog>
  )
}

function Form({ partner, onClose }: Props & { onClose: () => void }) {
  // As it was when the form was opened: a page that is read anew brings another.
  const [initial] = useState(draftOf(partner))
  const saving = useSave(
    async (draft: PartnerDraft) => {
      const input = partnerInput(draft)
      refuseChanged(partnerInput(await currentPartner(partner.id)), partnerInput(initial), input)
      return (await request(updatePartner, { id: partner.id, input })).updateReferralPartner
    },
    ({ partner: saved }) => {
      onClose()
      void notify({ title: 'Saved', message: `${saved!.name} is changed.` })
    },
  )
  return <PartnerForm initial={initial} action="Save" saving={saving} onCancel={onClose} />
}
