import { Button, Group, NativeSelect, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { counted, formatCount } from '../lib/amounts'
import type { Paging } from '../lib/paging'
import classes from './Pager.module.css'
import { FirstIcon, NextIcon, PreviousIcon } from './icons'

interface Props {
  paging: Paging
  pageSize: number
  /** The sizes to choose from, if there is a choice. */
  pageSizes?: number[]
  onPageSize?: (size: number) => void
  shown: number
  total?: number
  /** What is counted, one and many. */
  nouns: [one: string, many: string]
}

/** Where this page stands in a list, and the ways to the others. */
export function Pager({ paging, pageSize, pageSizes, onPageSize, shown, total, nouns }: Props) {
  const before = (paging.page - 1) * pageSize
  const all = total === undefined ? `… ${nouns[1]}` : counted(total, ...nouns)
  const loading = paging.stale || (shown === 0 && total === undefined)
  const rows = shown === 0 ? `No ${nouns[1]}` : `${formatCount(before + 1)}–${formatCount(before + shown)} of ${all}`
  // Where all is on one page there is nowhere to go.
  const pages = paging.first || paging.next || (total ?? 0) > pageSize
  return (
    <Group component="nav" aria-label="Pages" gap="sm" mt="md">
      <Text component="output" className={classes.position} size="sm" c="dimmed">
        {loading ? 'Loading …' : rows}
      </Text>
      {onPageSize && pageSizes && (
        <NativeSelect
          className={classes.size}
          size="xs"
          label="Rows"
          data={pageSizes.map(String)}
          value={String(pageSize)}
          onChange={({ currentTarget: { value } }) => onPageSize(Number(value))}
        />
      )}
      {pages && (
        <Button.Group>
          <Step icon={<FirstIcon />} label="First" onClick={paging.first} />
          <Step icon={<PreviousIcon />} label="Previous" onClick={paging.previous} />
          <Step icon={<NextIcon />} label="Next" onClick={paging.next} />
        </Button.Group>
      )}
    </Group>
  )
}

// Never disabled for real: on the last page the keyboard stays where it was.
function Step({ icon, label, onClick }: { icon: ReactNode; label: string; onClick?: () => void }) {
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={icon}
      data-disabled={!onClick || undefined}
      aria-disabled={!onClick}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
