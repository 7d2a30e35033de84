import { graphql } from '../../gql'
import type { PersonFragment } from '../../gql/graphql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
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

interface Props {
  person: PersonFragment
  onClose: () => void
}

export function EditPerson({ person, onClose }: Props) {
  const initial = draftOf(person)
  const saving = useSave(
    async (draft: PersonDraft) => (await request(updateMutation, { id: person.id, input: userInput(draft) })).updateUser,
    ({ user }) => {
      onClose()
      void notify({ title: 'Saved', message: `${user!.name} is changed.` })
    },
  )
  const note = (draft: PersonDraft) =>
    endsSessions(initial, draft) && `Wherever ${person.name} is signed in, that ends: the new role begins with the next sign-in.`
  return <PersonForm initial={initial} action="Save" note={note} saving={saving} onCancel={onClose} />
}
