import { GraphiQL } from 'graphiql'
import type { ExecutionResult } from 'graphql'
import { useMemo, type ComponentProps } from 'react'
import { useAccess, type Access } from './access'
import { examples } from './examples'
import { send } from './graphql'
import { Notice } from './Notice'
import { TokenForm } from './TokenForm'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

// On a phone the editor needs the room; one tap shows the variables.
const wide = matchMedia('(min-width: 721px)')

export function Playground() {
  const { token, access, enter } = useAccess()
  // GraphiQL shows errors as they came; it never asks them for more than their JSON has.
  const fetcher = useMemo<Fetcher>(
    () => async (operation) => (await send(token, operation)).result as ExecutionResult,
    [token],
  )

  return (
    <>
      <header>
        <h1>
          Partner Ledger <small>API playground</small>
        </h1>
        <output className={`access ${access.state}`}>{describe(access)}</output>
        <TokenForm token={token} onEnter={enter} />
      </header>
      <Notice access={access} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          // null keeps GraphiQL from asking for the schema; undefined makes it ask.
          schema={access.state === 'granted' ? undefined : null}
          defaultTabs={examples}
          defaultEditorToolsVisibility={wide.matches && 'variables'}
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo> </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  )
}

function describe(access: Access): string {
  switch (access.state) {
    case 'missing':
      return 'No token'
    case 'checking':
      return 'Checking …'
    case 'granted':
      return access.role
    case 'refused':
      return 'Refused'
    case 'failed':
      return 'Not checked'
  }
}
