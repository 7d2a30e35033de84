import { Button, Menu } from '@mantine/core'
import { useRef, useState } from 'react'
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
  const [asked, setAsked] = useState<{ action: Action; opened: boolean }>({ action: 'edit', opened: false })
  const { action, opened } = asked
  // As in FormDialog: what is saved late doesn't close the next one.
  const close = () => setAsked((now) => (now === asked ? { action, opened: false } : now))
  const button = useRef<HTMLButtonElement>(null)
  const { title, Form } = actions[action]
  const offered: Action[] = person.deactivatedAt ? ['edit', 'reactivate'] : ['edit', 'renew', 'deactivate']
  const ask = (one: Action) => {
    // The dialog gives the focus back to where it was, and the menu's item is gone by then.
    button.current?.focus()
    setAsked({ action: one, opened: true })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button ref={button} variant="default" size="compact-xs" rightSection={<DownIcon />} aria-label={`Actions for ${person.name}`}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item key={one} onClick={() => ask(one)}>
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
