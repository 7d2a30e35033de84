import { Button, Code, FileInput, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { Failure } from '../../components/Failure'
import { PageHeader } from '../../components/PageHeader'
import { useAccess } from '../../components/useAccess'
import { WriteButton } from '../../components/WriteButton'
import { allKinds, kindOf, kinds, type ImportKind } from './kinds'
import { ImportProgress } from './ImportProgress'
import { Outcome } from './Outcome'
import { useImport } from './useImport'

/** Records files of partners, orders and refunds: tried out first, then recorded whole. */
export function Imports() {
  const { refusal } = useAccess()
  const [kind, setKind] = useState<ImportKind>('partners')
  const [file, setFile] = useState<File | null>(null)
  const importing = useImport()
  const kindLabel = useId()

  const choose = (chosen: File | null) => {
    setFile(chosen)
    if (chosen) setKind(kindOf(chosen.name) ?? kind)
    importing.forget()
  }
  const change = (chosen: string) => {
    setKind(chosen as ImportKind)
    importing.forget()
  }
  const run = (dryRun: boolean, skipInvalid: boolean) => file && importing.run({ kind, file, dryRun, skipInvalid })

  return (
    <>
      <PageHeader
        title="Import"
        description="Files of partners, orders and refunds. A file is tried out before anything is recorded, and the same file again changes nothing."
      />
      <Paper withBorder p="lg" mb="lg">
        <Stack gap="md">
          <FileInput
            label="File"
            description="CSV, in UTF-8; the first row names the columns."
            placeholder="Choose a file"
            accept=".csv,text/csv"
            clearable
            clearButtonProps={{ 'aria-label': 'Choose none' }}
            disabled={importing.busy}
            maw={480}
            styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
            value={file}
            onChange={choose}
          />
          <Stack gap={6} align="flex-start">
            <Text id={kindLabel} size="sm" fw={500}>
              What it has
            </Text>
            <SegmentedControl
              aria-labelledby={kindLabel}
              data={allKinds.map((value) => ({ value, label: kinds[value].label }))}
              value={kind}
              disabled={importing.busy}
              onChange={change}
            />
            <Text size="sm" c="dimmed" component="div">
              <Columns kind={kind} />
            </Text>
          </Stack>
          <Group gap="sm">
            <WriteButton
              disabled={!file && !refusal}
              loading={importing.busy && importing.task?.dryRun}
              variant={importing.report ? 'default' : 'filled'}
              onClick={() => run(true, false)}
            >
              Try it out
            </WriteButton>
            {refusal && (
              <Text size="sm" c="dimmed">
                {refusal}
              </Text>
            )}
            {importing.busy && (
              <Button variant="default" onClick={importing.stop}>
                Stop
              </Button>
            )}
          </Group>
          {importing.busy && <ImportProgress percent={importing.percent} dryRun={importing.task!.dryRun} />}
        </Stack>
      </Paper>
      {importing.error && !importing.busy && (
        <Failure title={importing.task?.dryRun ? 'The file could not be tried out' : 'The file was not recorded, as far as is known'} error={importing.error} />
      )}
      {importing.report && importing.task && (
        <Outcome report={importing.report} fileName={importing.task.file.name} skipped={importing.task.skipInvalid} onRun={run} />
      )}
    </>
  )
}

function Columns({ kind }: { kind: ImportKind }) {
  const { required, optional } = kinds[kind]
  return (
    <>
      Columns: <Names names={required} />
      {optional.length > 0 && (
        <>
          , and if wanted <Names names={optional} />
        </>
      )}
      .
    </>
  )
}

function Names({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <Code>{name}</Code>
    </span>
  ))
}
