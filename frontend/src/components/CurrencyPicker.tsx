import { Select } from '@mantine/core'
import { useMemo } from 'react'

interface Props {
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** A currency, by its code or its name in the reader's language. */
export function CurrencyPicker({ value, onChange }: Props) {
  const data = useMemo(() => currencies(), [])
  return (
    <Select
      label="Currency"
      placeholder="The business’s own"
      searchable
      clearable
      limit={60}
      data={data}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      nothingFoundMessage="No currency has this in its code or name."
    />
  )
}

function currencies() {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }))
}
