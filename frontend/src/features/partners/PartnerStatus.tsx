import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { WriteButton } from '../../components/WriteButton'
import { graphql, readFragment } from '../../gql'
import type { PartnerFieldsFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { draftOf, partnerInput } from './draft'
import { partnerFields, updatePartner } from './fields'

const currentQuery = graphql(`
  query CurrentPartner($id: ID!) {
    referralPartner(id: $id) {
      ...PartnerFields
    }
  }
`)

interface Props {
  partner: PartnerFieldsFragment
}

/** Takes a partner out, or in again. */
export function PartnerStatus({ partner }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const verb = partner.status === 'ACTIVE' ? 'Deactivate' : 'Reactivate'
  // What was asked when the dialog was opened: while it closes the partner has changed, and a second click must not undo it.
  const [asked, setAsked] = useState(verb)
  const ask = () => {
    setAsked(verb)
    open()
  }
  return (
    <>
      <WriteButton variant="default" onClick={ask}>
        {verb}
      </WriteButton>
      <FormDialog title={`${asked} ${partner.name}?`} opened={opened} onClose={close}>
        <Form partner={partner} verb={asked} onClose={close} />
      </FormDialog>
    </>
  )
}

function Form({ partner, verb, onClose }: Props & { verb: string; onClose: () => void }) {
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
      busy={saving.busy}
      error={saving.error}
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
  const current = readFragment(partnerFields, (await request(currentQuery, { id })).referralPartner)
  if (!current) throw new Error('the partner is gone')
  return (await request(updatePartner, { id, input: { ...partnerInput(draftOf(current)), status } })).updateReferralPartner
}
