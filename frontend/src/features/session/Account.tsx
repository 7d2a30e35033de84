import { Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { PasswordIcon, SignOutIcon } from '../../components/icons'
import { roleNames } from '../../components/roleNames'
import { useAccess } from '../../components/useAccess'
import { notify } from '../../lib/notify'
import { useSession } from '../../lib/session'
import { signOut } from './signOut'

const ChangePassword = lazy(async () => ({ default: (await import('./ChangePassword')).ChangePassword }))

/** Who is signed in, and what they can do about it. */
export function Account({ target }: { target: ReactNode }) {
  const { token } = useSession()
  const { viewer } = useAccess()
  const [asked, setAsked] = useState(false)
  const [changing, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) })
  const leaving = useMutation({
    mutationFn: signOut,
    onError: ({ message }) => void notify({ color: 'red', title: 'You are still signed in', message, autoClose: false }),
  })
  if (!viewer) return null
  return (
    <>
      <Menu position="top-start" width={260} withinPortal={false}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
              {viewer.name}
            </Text>
            <Text size="xs" truncate>
              {viewer.email ?? 'By a token'} · {roleNames[viewer.role]}
            </Text>
          </Menu.Label>
          {!token && (
            <Menu.Item data-autofocus leftSection={<PasswordIcon />} onClick={open}>
              Change password
            </Menu.Item>
          )}
          <Menu.Item data-autofocus={!!token || undefined} leftSection={<SignOutIcon />} disabled={leaving.isPending} onClick={() => leaving.mutate()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <Suspense>
          <ChangePassword email={viewer.email ?? ''} opened={changing} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
