import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ExportsIcon } from '../../components/icons'
import { notify } from '../../lib/notify'
import { saveFile } from '../../lib/saveFile'
import { sentence } from '../../lib/userErrors'
import { useSender } from '../../lib/useSender'
import { auditFile, type Criteria } from './search'

/** Saves the events that are listed, on all pages, as a file. */
export function DownloadLog({ criteria }: { criteria: Criteria }) {
  const queryClient = useQueryClient()
  const { begin, isSame } = useSender()
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      begin()
      return saveFile(auditFile(criteria))
    },
    onError: ({ message }) => isSame() && void notify({ color: 'red', title: 'Not saved', message: sentence(message), autoClose: false }),
    // That somebody took it is an event, too.
    onSettled: () => queryClient.invalidateQueries(),
  })
  return (
    <Button variant="default" leftSection={<ExportsIcon />} loading={isPending} onClick={() => mutate()}>
      Download CSV
    </Button>
  )
}
