import { Text } from '@mantine/core'
import { useState } from 'react'
import { FormBody, FormDialog } from '../../components/FormDialog'
import type { PartnerFieldsFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { partnerInput } from './draft'
import { currentPartner, updatePartner } from './fields'

interface Props {
  partner: PartnerFieldsFragment
}

/** Takes a partner out, or in again. */
export function PartnerStatus({ partner }: Props) {
  const verb = verbFor(partner)
  return (
    <FormDialog button={verb} title={`${verb} ${partner.name}?`}>
      {(close) => <Form partner={partner} onClose={close} />}
    </FormDialog>
  )
}

function verbFor({ status }: PartnerFieldsFragment) {
  return status === 'ACTIVE' ? 'Deactivate' : 'Reactivate'
}

function Form({ partner, onClose }: Props & { onClose: () => void }) {
  // What was asked when the dialog was opened: while it closes the partner has changed, and a second click must not undo it.
  const [verb] = useState(verbFor(partner))
  const saving = useSave(
    () => turn(partner.id, verb === 'Deactivate' ? 'INACTIVE' : 'ACTIVE'),
    ({ partner: saved }) => {
      onClose()
      void notify({ title: 'Saved', message: `${saved!.name} is ${saved!.status === 'ACTIVE' ? 'active' : 'inactive'} now.` })
    },
  )
  const { rest } = sortProblems(saving.userErrors, [])
  return (
    <FormBody
      action={verb}
      saving={saving}
      problems={rest}
      onSubmit={() => saving.save(undefined)}
      onCancel={onClose}
    >
      <Text size="sm">
        {verb === 'Deactivate'
          ? 'An inactive partner has left. The ledger stays, and what is owed can still be paid.'
          : 'The partner takes part again.'}
      </Text>
    </FormBody>
  )
}

/** Changes the status alone: all else is sent as it is by now, which may not be what this page shows. */
async function turn(id: string, status: PartnerFieldsFragment['status']) {
  const input = { ...partnerInput(await currentPartner(id)), status }
  return (await request(updatePartner, { id, input })).updateReferralPartner
}
