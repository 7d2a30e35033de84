import { Menu } from '@mantine/core'
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ExportsIcon } from '../../components/icons'
import { notify } from '../../lib/notify'
import { sameSession } from '../../lib/session'
import { sentence } from '../../lib/userErrors'

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
  const asked = useRef<() => boolean>(() => false)
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: () => {
      asked.current = sameSession()
      return make()
    },
    // Whoever is signed in by now need not know.
    onSuccess: (made) => asked.current() && void notify(made),
    onError: (error) => asked.current() && void notify({ color: 'red', title: failed, message: sentence(error.message), autoClose: false }),
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
