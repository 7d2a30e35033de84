import { Button, Checkbox, Stack, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { FormBody, FormDialog } from '../../components/FormDialog'
import { notify } from '../../lib/notify'
import { useSave } from '../../lib/useSave'
import { sortProblems } from '../../lib/userErrors'
import { Example } from './Example'
import { RuleFields } from './RuleFields'
import { addRule, ruleDrafts, ruleInputs, valueProblem, type RuleDraft } from './rules'
import { saveProgram, type ProgramDraft } from './save'

const empty: ProgramDraft = { name: '', isDefault: false, rules: [{ level: 1, sku: null, percent: '', amount: null }] }

/** Adds a program, or changes one. */
export function ProgramDialog({ program }: { program?: ProgramDraft }) {
  return (
    <FormDialog
      button={program ? 'Edit' : 'New program'}
      buttonProps={{ variant: program ? 'default' : 'filled' }}
      title={program ? `Edit ${program.name}` : 'New program'}
      size="xl"
    >
      {(close) => <Form program={program ?? empty} onClose={close} />}
    </FormDialog>
  )
}

function Form({ program: given, onClose }: { program: ProgramDraft; onClose: () => void }) {
  // As it was when the form was opened: a page that is read anew brings another.
  const [program] = useState(given)
  const [name, setName] = useState(program.name)
  const [isDefault, setDefault] = useState(program.isDefault)
  const [rules, setRules] = useState(() => ruleDrafts(program.rules))
  const saving = useSave(
    () => saveProgram(program, { id: program.id, name: name.trim(), isDefault, rules: ruleInputs(rules) }),
    ({ program: saved }) => {
      onClose()
      void notify({ title: 'Saved', message: `${saved!.name} holds for orders recorded from now on.` })
    },
  )
  const { at, rest } = sortProblems(saving.userErrors, fieldsOf(rules))

  return (
    <FormBody
      action={program.id ? 'Save' : 'Add the program'}
      saving={saving}
      once={!program.id}
      problems={rest}
      onSubmit={() => !rules.some(valueProblem) && saving.save(undefined)}
      onCancel={onClose}
    >
      <TextInput
        label="Name"
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={at.name}
      />
      <Checkbox
        label="Default: holds for partners who have no program of their own"
        description={program.isDefault && 'To change this, make another program the default.'}
        disabled={program.isDefault}
        checked={isDefault}
        onChange={({ currentTarget }) => setDefault(currentTarget.checked)}
        error={at.isDefault}
      />
      <Stack component="section" gap="sm" aria-labelledby="rules">
        <Title order={2} id="rules">
          Rules
        </Title>
        {rules.map((rule, index) => (
          <RuleFields
            key={rule.key}
            rule={rule}
            number={index + 1}
            problems={{
              value: valueProblem(rule) ?? at[`rules.${index}.${rule.kind}`],
              level: at[`rules.${index}.level`],
              sku: at[`rules.${index}.sku`],
              // People count rules from one.
              whole: at[`rules.${index}`]?.replace(/\brule (\d+)\b/i, (_, other) => `Rule ${Number(other) + 1}`),
            }}
            onChange={(changed) => setRules(rules.with(index, changed))}
            onRemove={() => setRules(rules.toSpliced(index, 1))}
          />
        ))}
        <div>
          <Button variant="default" size="xs" onClick={() => setRules(addRule(rules))}>
            Add a rule
          </Button>
        </div>
      </Stack>
      <Example rules={rules} />
    </FormBody>
  )
}

function fieldsOf(rules: RuleDraft[]): string[] {
  const each = rules.flatMap((_, index) => ['', '.level', '.sku', '.percent', '.amount'].map((end) => `rules.${index}${end}`))
  return ['name', 'isDefault', ...each]
}
