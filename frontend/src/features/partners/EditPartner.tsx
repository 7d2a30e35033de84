import { FormDialog } from '../../components/FormDialog'
import type { PartnerFieldsFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { draftOf, partnerInput, type PartnerDraft } from './draft'
import { updatePartner } from './fields'
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
  const saving = useSave(
    async (draft: PartnerDraft) =>
      (await request(updatePartner, { id: partner.id, input: partnerInput(draft) })).updateReferralPartner,
    ({ partner: saved }) => {
      onClose()
      void notify({ title: 'Saved', message: `${saved!.name} is changed.` })
    },
  )
  return <PartnerForm initial={draftOf(partner)} action="Save" saving={saving} onCancel={onClose} />
}
