import { useState } from 'react'
import { graphql, readFragment } from '../../gql'
import type { PersonFragment, UserInput } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { refuseChanged } from '../../lib/refuseChanged'
import { useSave } from '../../lib/useSave'
import { personFragment } from './columns'
import { draftOf, endsSessions, userInput, type PersonDraft } from './draft'
import { PersonForm } from './PersonForm'

const updateMutation = graphql(`
  mutation UpdateUser($id: ID!, $input: UserInput!) {
    updateUser(id: $id, input: $input) {
      user {
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const currentQuery = graphql(`
  query CurrentPerson($search: String!) {
    users(search: $search, first: 200) {
      nodes {
        ...Person
      }
    }
  }
`)

/** What is recorded of a person by now, which may not be what a page shows; nothing where it is under none of these addresses. */
async function currentPerson(id: string, ...emails: string[]): Promise<UserInput | null> {
  const answers = await Promise.all(emails.map((search) => request(currentQuery, { search })))
  const current = answers.flatMap(({ users }) => readFragment(personFragment, users.nodes)).find((one) => one.id === id)
  return current ? userInput(draftOf(current)) : null
}

interface Props {
  person: PersonFragment
  onClose: () => void
}

export function EditPerson({ person, onClose }: Props) {
  // As it was when the form was opened: a page that is read anew brings another.
  const [shown] = useState(person)
  const initial = draftOf(shown)
  const saving = useSave(
    async (draft: PersonDraft) => {
      const input = userInput(draft)
      refuseChanged(await currentPerson(shown.id, shown.email, input.email), userInput(initial), input)
      return (await request(updateMutation, { id: shown.id, input })).updateUser
    },
    ({ user }) => {
      onClose()
      void notify({ title: 'Saved', message: `${user!.name} is changed.` })
    },
  )
  const note = (draft: PersonDraft) =>
    endsSessions(initial, draft) && `Wherever ${person.name} is signed in, that ends: the new role begins with the next sign-in.`
  return <PersonForm initial={initial} action="Save" note={note} saving={saving} onCancel={onClose} />
}
