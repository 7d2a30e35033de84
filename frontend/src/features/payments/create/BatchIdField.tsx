import { Button, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { BatchLink } from '../../../components/links'
import { graphql } from '../../../gql'
import { query } from '../../../lib/query'

const takenQuery = graphql(`
  query TakenBatchId($batchId: String!) {
    paymentBatch(batchId: $batchId) {
      batchId
    }
  }
`)

interface Props {
  value: string
  /** One that no batch has. */
  free: string | undefined
  onChange: (batchId: string | undefined) => void
  error: string | undefined
}

/** The batch's name. It is unique for ever, which is what makes processing safe to repeat. */
export function BatchIdField({ value, free, onChange, error }: Props) {
  const [asked] = useDebouncedValue(value.trim(), 300)
  // The free one was just found to be free.
  const { data } = useQuery({ ...query(takenQuery, { batchId: asked }), enabled: asked !== '' && asked !== free })
  const taken = asked === value.trim() && asked !== free ? data?.paymentBatch : null
  const missing = value.trim() === '' && free !== undefined
  return (
    <div>
      <TextInput
        label="Batch id"
        required
        value={value}
        error={error ?? (missing && 'A batch needs a name.')}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {taken && !error && (
        <Text component="output" display="block" size="xs" c="dimmed" mt={4}>
          <BatchLink batchId={taken.batchId} /> is there already. The same call again only answers with it.
        </Text>
      )}
      {(taken || error || missing) && free && free !== value && (
        <Button variant="default" size="compact-sm" mt={6} onClick={() => onChange(undefined)}>
          Use {free}
        </Button>
      )}
    </div>
  )
}
