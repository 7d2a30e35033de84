import { Menu } from '@mantine/core'
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { ExportsIcon } from '../../components/icons'
import { graphql } from '../../gql'
import type { LedgerCriteria } from '../../gql/graphql'
import { counted } from '../../lib/amounts'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { saveFile } from '../../lib/saveFile'
import { sentence } from '../../lib/userErrors'

const exportMutation = graphql(`
  mutation ExportLedgers($criteria: LedgerCriteria!) {
    exportLedgers(criteria: $criteria) {
      export {
        fileName
        rowCount
        downloadUrl
      }
      userErrors {
        message
      }
    }
  }
`)

const mutationKey = ['export']

/** In a menu: freezes the report as a file, and saves it. */
export function ExportItem({ criteria }: { criteria: LedgerCriteria }) {
  const queryClient = useQueryClient()
  // The menu closes, and may open again before the file is there.
  const busy = useIsMutating({ mutationKey }) > 0
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: () => makeAndSave(criteria),
    onSuccess: ({ fileName, rowCount }) => {
      void notify({
        title: `Exported ${counted(rowCount, 'partner', 'partners')}`,
        message: `${fileName} is saved, and listed under Exports.`,
      })
    },
    onError: (error) =>
      void notify({ color: 'red', title: 'Not exported', message: sentence(error.message), autoClose: false }),
    onSettled: () => void queryClient.invalidateQueries(),
  })
  // The keyboard begins here, so it is there to be reached while it can't be pressed.
  return (
    <Menu.Item
      data-autofocus
      leftSection={<ExportsIcon />}
      aria-disabled={busy || undefined}
      c={busy ? 'dimmed' : undefined}
      onClick={() => !busy && mutate()}
    >
      Export
    </Menu.Item>
  )
}

async function makeAndSave(criteria: LedgerCriteria) {
  const { exportLedgers } = await request(exportMutation, { criteria }, { timeoutSeconds: 300 })
  if (!exportLedgers.export) throw new Error(exportLedgers.userErrors.map(({ message }) => message).join(' '))
  await saveFile(exportLedgers.export)
  return exportLedgers.export
}
