import { FormDialog } from '../../components/FormDialog'
import { graphql } from '../../gql'
import { longSeconds, request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { VoidForm, type Voiding } from './VoidForm'

const voidMutation = graphql(`
  mutation VoidPaymentBatch($batchId: String!, $reason: String!, $date: Date) {
    voidPaymentBatch(batchId: $batchId, reason: $reason, date: $date) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** Takes back every payment of a batch. */
export function VoidBatch({ batchId }: { batchId: string }) {
  return (
    <FormDialog button="Void batch" title={`Void ${batchId}`}>
      {(close) => <Form batchId={batchId} onClose={close} />}
    </FormDialog>
  )
}

function Form({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const saving = useSave(
    async (voiding: Voiding) =>
      (await request(voidMutation, { batchId, ...voiding }, { timeoutSeconds: longSeconds })).voidPaymentBatch,
    () => {
      onClose()
      void notify({ title: `${batchId} is voided`, message: 'What it paid is owed again.' })
    },
  )
  return (
    <VoidForm action="Void batch" saving={saving} onCancel={onClose}>
      Every payment of this batch that still stands is taken back by a reversal, and is owed again. The batch and its
      payments stay on record. No money moves.
    </VoidForm>
  )
}
