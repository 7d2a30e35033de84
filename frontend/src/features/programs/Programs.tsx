import { Skeleton, Stack } from '@mantine/core'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { graphql, readFragment } from '../../gql'
import { query, useAnswer } from '../../lib/query'
import { programCard } from './fragments'
import { Program } from './Program'
import { ProgramDialog } from './ProgramDialog'

const programsQuery = graphql(`
  query Programs {
    commissionPrograms {
      ...ProgramCard
    }
  }
`)

/** The rules that say what partners earn. */
export function Programs() {
  const { data, error, refetch } = useAnswer(query(programsQuery, {}))
  const programs = readFragment(programCard, data?.commissionPrograms)
  return (
    <>
      <PageHeader
        title="Programs"
        description="What partners earn on an order. A change holds for the orders that are recorded from then on."
        actions={<ProgramDialog />}
      />
      {error ? (
        <Failure title="The programs cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : programs?.length === 0 ? (
        <Nothing title="There is no program yet">Without one, no order earns anything. Add one with New program.</Nothing>
      ) : (
        <Stack gap="lg">
          {programs?.map((program) => <Program key={program.id} program={program} />) ?? <Skeleton height={180} />}
        </Stack>
      )}
    </>
  )
}
