import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { levels, type RuleDraft } from './rules'
import classes from './RuleFields.module.css'

interface Props {
  rule: RuleDraft
  number: number
  problems: { value?: string; level?: string; sku?: string; whole?: string }
  onChange: (rule: RuleDraft) => void
  onRemove: () => void
}

/** One rule: which level earns what, on which lines. */
export function RuleFields({ rule, number, problems, onChange, onRemove }: Props) {
  const set = (change: Partial<RuleDraft>) => onChange({ ...rule, ...change })
  return (
    <fieldset aria-label={`Rule ${number}`} className={classes.rule}>
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label="Level"
          w={76}
          data={levels.map(String)}
          value={String(rule.level)}
          onChange={({ currentTarget }) => set({ level: Number(currentTarget.value) })}
          error={problems.level}
        />
        <TextInput
          label="SKU"
          placeholder="All others"
          flex="1 1 130px"
          value={rule.sku}
          onChange={({ currentTarget }) => set({ sku: currentTarget.value })}
          error={problems.sku}
        />
        <TextInput
          label="Earns"
          inputMode="decimal"
          flex="1 1 90px"
          required
          value={rule.value}
          onChange={({ currentTarget }) => set({ value: currentTarget.value })}
          error={problems.value}
        />
        <NativeSelect
          label="Of what"
          w={140}
          data={[
            { value: 'percent', label: '% of the line' },
            { value: 'amount', label: 'for each unit' },
          ]}
          value={rule.kind}
          onChange={({ currentTarget }) => set({ kind: currentTarget.value as RuleDraft['kind'] })}
        />
        <Button variant="default" className={classes.remove} onClick={onRemove} aria-label={`Remove rule ${number}`}>
          Remove
        </Button>
      </Group>
      {problems.whole && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {problems.whole}
        </Text>
      )}
    </fieldset>
  )
}
