import { Text } from '@mantine/core'
import { useState } from 'react'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { inputOf, saveProgram, type ProgramDraft } from './save'

interface Props {
  program: ProgramDraft
}

/** Puts a program in the place of the default one. */
export function MakeDefault({ program }: Props) {
  return (
    <FormDialog button="Make default" title={`Make ${program.name} the default?`}>
      {(close) => <Form program={program} onClose={close} />}
    </FormDialog>
  )
}

function Form({ program, onClose }: Props & { onClose: () => void }) {
  const [shown] = useState(program)
  const saving = useSave(
    () => saveProgram(shown, { ...inputOf(shown), isDefault: true }),
    () => {
      onClose()
      void notify({ title: 'Saved', message: `${shown.name} is the default program now.` })
    },
  )
  return (
    <FormBody
      action="Make default"
      saving={saving}
      problems={sortProblems(saving.userErrors, []).rest}
      onSubmit={() => saving.save(undefined)}
      onCancel={onClose}
    >
      <Text size="sm">
        Orders recorded from now on earn by its rules, where the partner has no program of their own. Orders that are
        recorded already keep their commissions.
      </Text>
    </FormBody>
  )
}
