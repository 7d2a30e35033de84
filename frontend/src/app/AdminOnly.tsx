import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Nothing } from '../components/Nothing'
import { PageHeader } from '../components/PageHeader'
import { useAccess } from '../components/useAccess'

/** A page for administrators. The server refuses others what it shows; this tells them why. */
export function AdminOnly({ children }: { children: ReactNode }) {
  const { viewer } = useAccess()
  if (viewer?.role === 'ADMIN') return children
  return (
    viewer && (
      <>
        <PageHeader title="Administration" />
        <Nothing
          title="Only administrators see this page"
          actions={
            <Anchor mt="xs" renderRoot={(props) => <Link to="/" {...props} />}>
              Go to the overview
            </Anchor>
          }
        >
          It has who may sign in, the access tokens and the audit log. Ask an administrator if you need any of it.
        </Nothing>
      </>
    )
  )
}
