import { Anchor, Button, Group, Paper, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../lib/amounts'
import { limits, type Layout } from './layouts'

interface Props {
  total: number
  layout: Layout
  onLayout: (layout: Layout) => void
  onInsist: () => void
}

/** So many ledgers are not loaded just so: how many there are, and what can be done. */
export function TooMany({ total, layout, onLayout, onInsist }: Props) {
  const impossible = total > limits[layout].most
  const asList = layout === 'partners' && total <= limits.list.most
  return (
    <Paper withBorder p="md" component="section" aria-label="Many ledgers">
      <Text fw={600} mb={4}>
        These are {formatCount(total)} ledgers{layout === 'partners' && ', each on pages of its own'}
      </Text>
      <Text size="sm" mb="sm">
        {impossible
          ? `A browser can print ${formatCount(limits.list.most)} as a list, and ${formatCount(limits.partners.most)} on pages of their own. Select fewer partners in the report; or export it there, since a file has room for all.`
          : `That is a lot to load and to print. Select fewer partners in the report${asList ? ', or print them as a list' : ''}.`}
      </Text>
      <Group gap="xs">
        {asList && (
          <Button variant="default" onClick={() => onLayout('list')}>
            Print a list
          </Button>
        )}
        {!impossible && (
          <Button variant="default" onClick={onInsist}>
            Load all the same
          </Button>
        )}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              from="/reports/print"
              to="/reports/ledgers"
              search={(old) => ({ ...old, layout: undefined, partner: undefined })}
              {...props}
            />
          )}
        >
          Back to the report
        </Anchor>
      </Group>
    </Paper>
  )
}
