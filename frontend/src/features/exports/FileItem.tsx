import { Menu } from '@mantine/core'
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { ExportsIcon } from '../../components/icons'
import { notify } from '../../lib/notify'
import { sentence } from '../../lib/userErrors'
import { useSender } from '../../lib/useSender'

interface Props {
  label: string
  /** Makes the file, saves it, and says what became of it. */
  make: () => Promise<{ title: string; message: string }>
  failed: string
  /** Whether the keyboard begins here. */
  first?: boolean
}

/** In a menu: saves a file that the server makes. */
export function FileItem({ label, make, failed, first }: Props) {
  const queryClient = useQueryClient()
  const mutationKey = ['file', label]
  // The menu closes, and may open again before the file is there.
  const busy = useIsMutating({ mutationKey }) > 0
  const { begin, isSame } = useSender()
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: () => {
      begin()
      return make()
    },
    // Whoever is signed in by now need not know.
    onSuccess: (made) => isSame() && void notify(made),
    onError: (error) => isSame() && void notify({ color: 'red', title: failed, message: sentence(error.message), autoClose: false }),
    onSettled: () => void queryClient.invalidateQueries(),
  })
  // It is there to be reached by the keyboard while it can't be pressed.
  return (
    <Menu.Item
      data-autofocus={first || undefined}
      leftSection={<ExportsIcon />}
      aria-disabled={busy || undefined}
      c={busy ? 'dimmed' : undefined}
      onClick={() => !busy && mutate()}
    >
      {label}
    </Menu.Item>
  )
}
