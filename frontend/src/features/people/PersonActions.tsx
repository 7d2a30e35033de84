import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { Dialog } from '../../components/FormDialog'
import { DownIcon } from '../../components/icons'
import type { PersonFragment } from '../../gql/graphql'
import { EditPerson } from './EditPerson'
import { RenewInvitation } from './RenewInvitation'
import { DeactivatePerson, ReactivatePerson } from './TurnPerson'

const actions = {
  edit: { label: 'Edit', title: (name: string) => `Edit ${name}`, Form: EditPerson },
  renew: { label: 'New invitation link', title: (name: string) => `New invitation link for ${name}`, Form: RenewInvitation },
  deactivate: { label: 'Deactivate', title: (name: string) => `Deactivate ${name}?`, Form: DeactivatePerson },
  reactivate: { label: 'Reactivate', title: (name: string) => `Reactivate ${name}?`, Form: ReactivatePerson },
}

type Action = keyof typeof actions

/** What can be done about a person. */
export function PersonActions({ person }: { person: PersonFragment }) {
  const [action, setAction] = useState<Action>('edit')
  const [opened, { open, close }] = useDisclosure(false)
  const { title, Form } = actions[action]
  const offered: Action[] = person.deactivatedAt ? ['edit', 'reactivate'] : ['edit', 'renew', 'deactivate']
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-xs" rightSection={<DownIcon />} aria-label={`Actions for ${person.name}`}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item
              key={one}
              onClick={() => {
                setAction(one)
                open()
              }}
            >
              {actions[one].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={opened} onClose={close} title={title(person.name)} size="lg" keepOpen={action === 'renew'}>
        <Form person={person} onClose={close} />
      </Dialog>
    </>
  )
}
