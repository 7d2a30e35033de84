import { Code, Text, VisuallyHidden } from '@mantine/core'
import { graphql, readFragment, type FragmentType } from '../../gql'
import classes from './Details.module.css'
import { fieldName } from './fieldName'

export const auditDetails = graphql(`
  fragment AuditDetails on AuditEvent {
    operation
    changes {
      field
      before
      after
    }
  }
`)

/** By which operation something was done, and what is different since. */
export function Details({ event }: { event: FragmentType<typeof auditDetails> }) {
  const { operation, changes } = readFragment(auditDetails, event)
  // Of something new there is nothing before.
  const two = changes.some(({ before }) => before != null)
  return (
    <div className={classes.details}>
      <Text size="sm">
        By the operation <Code>{operation}</Code>
        {changes.length === 0 && '. It keeps no more than this row says.'}
      </Text>
      {changes.length > 0 && (
        <dl className={classes.changes} data-two={two || undefined}>
          <div className={classes.head} aria-hidden>
            <span>Field</span>
            {two && <span>Before</span>}
            <span>{two ? 'After' : 'Value'}</span>
          </div>
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{fieldName(field)}</dt>
              {two && <Value when="Before">{before}</Value>}
              <Value when={two ? 'After' : 'Value'}>{after}</Value>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Value({ when, children }: { when: string; children?: string | null }) {
  return (
    <dd>
      <VisuallyHidden>{when}: </VisuallyHidden>
      {children ?? '–'}
    </dd>
  )
}
