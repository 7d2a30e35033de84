import { Text, TextInput, Title } from '@mantine/core'
import { useId, useState } from 'react'
import { levelNames } from './Program'
import { worked, type RuleDraft } from './rules'
import classes from './RuleFields.module.css'

/** What the rules come to, told in words for one line of an order. */
export function Example({ rules }: { rules: readonly RuleDraft[] }) {
  const named = rules.find((rule) => rule.sku.trim() !== '')?.sku.trim()
  const [typed, setTyped] = useState<string>()
  const sku = typed ?? named ?? 'GIFT'
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.example}>
      <Title order={2} id={id}>
        Worked example
      </Title>
      <TextInput
        label="An order has a line of the SKU"
        my="sm"
        maw={300}
        value={sku}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className={classes.levels} aria-live="polite">
        {worked(rules, sku).map(({ level, earns, why }) => (
          <li key={level}>
            <strong>{levelNames[level]}</strong> (level {level}) earns <strong>{earns}</strong>.
            <Text component="div" size="xs" c="dimmed">
              {why}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
