import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { counted, formatCount } from '../../lib/amounts'
import { sentence } from '../../lib/userErrors'
import { changes, wrongRows, type ImportReport } from './report'

interface Props {
  report: ImportReport
  fileName: string
  /** Wrong rows were left out. */
  skipped: boolean
  onRun: (dryRun: boolean, skipInvalid: boolean) => void
}

/** What became of a file, or what would, and what can be done next. */
export function Outcome({ report, fileName, skipped, onRun }: Props) {
  const wrong = wrongRows(report)
  const refused = wrong > 0 && !skipped
  return (
    <Stack gap="lg">
      {refused ? (
        <Refused report={report} fileName={fileName} onRun={onRun} />
      ) : report.dryRun ? (
        <Tried report={report} fileName={fileName} skipped={skipped} onRun={onRun} />
      ) : (
        <Alert color="ledger" title={`${fileName} is recorded`}>
          <What report={report} />
        </Alert>
      )}
      {wrong > 0 && <Problems report={report} />}
    </Stack>
  )
}

function Refused({ report, fileName, onRun }: Pick<Props, 'report' | 'fileName' | 'onRun'>) {
  const wrong = wrongRows(report)
  return (
    <Alert color="red" role="alert" title={`${fileName} is refused: ${counted(wrong, 'row is', 'rows are')} wrong`}>
      <Text size="sm" mb="sm">
        Nothing was recorded. Mend the file and choose it again; or see what it comes to without the wrong rows
        {report.kind === 'orders' && ' and without the orders that they belong to'}.
      </Text>
      <Button variant="default" size="xs" onClick={() => onRun(true, true)}>
        Leave the wrong rows out, and try again
      </Button>
    </Alert>
  )
}

function Tried({ report, fileName, skipped, onRun }: Props) {
  const idle = report.recorded + report.created + report.updated === 0
  return (
    <Alert color="ledger" title={idle ? `${fileName} would change nothing` : `${fileName} can be recorded`}>
      <What report={report} />
      {!idle && (
        <Group mt="sm">
          <Button onClick={() => onRun(false, skipped)}>{skipped ? 'Record the others' : 'Record the file'}</Button>
        </Group>
      )}
    </Alert>
  )
}

function What({ report }: { report: ImportReport }) {
  const wrong = wrongRows(report)
  return (
    <List size="sm">
      <List.Item>{counted(report.rows, 'row', 'rows')} read</List.Item>
      {changes(report).map((change) => (
        <List.Item key={change}>{change}</List.Item>
      ))}
      {wrong > 0 && (
        <List.Item>
          {counted(wrong, 'wrong row', 'wrong rows')} {report.dryRun && 'would be '}left out
          {report.besides > 0 && `, and ${counted(report.besides, 'row', 'rows')} besides, of orders that have a wrong row`}
        </List.Item>
      )}
    </List>
  )
}

type Problem = ImportReport['problems'][number]

const columns: Columns<Problem> = [
  column('line', { label: 'Line' }, ({ line }) => formatCount(line)),
  column('column', { label: 'Column' }, ({ column: name }) => name || 'The whole row'),
  column('reason', { label: 'What is wrong' }, ({ reason }) => sentence(reason)),
]

function Problems({ report }: { report: ImportReport }) {
  return (
    <section>
      <Title order={2} mb="sm">
        Wrong rows
      </Title>
      <DataTable
        caption="Wrong rows of the file"
        columns={columns}
        rows={report.problems}
        rowId={(problem) => String(report.problems.indexOf(problem))}
      />
      {report.more > 0 && (
        <Text size="sm" mt="sm">
          And {counted(report.more, 'wrong row', 'wrong rows')} more, not listed.
        </Text>
      )}
    </section>
  )
}
