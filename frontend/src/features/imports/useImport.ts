import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { counted } from '../../lib/amounts'
import { sentence } from '../../lib/userErrors'
import { useSender } from '../../lib/useSender'
import type { ImportKind } from './kinds'
import { changes, wrongRows } from './report'
import { upload } from './upload'

export interface Task {
  kind: ImportKind
  file: File
  dryRun: boolean
  skipInvalid: boolean
}

/** Tries a file out, or records it, one at a time. */
export function useImport() {
  const queryClient = useQueryClient()
  const controller = useRef<AbortController>(undefined)
  const { begin, tellElsewhere } = useSender()
  const [percent, setPercent] = useState(0)
  const { mutate, reset, isPending, error, data, variables } = useMutation({
    mutationFn: (task: Task) => {
      controller.current = new AbortController()
      begin()
      setPercent(0)
      return upload({ ...task, signal: controller.current.signal, onProgress: setPercent })
    },
    onSuccess: (report, { file: { name }, dryRun, skipInvalid }) => {
      if (dryRun) return
      const wrong = wrongRows(report)
      if (wrong > 0 && !skipInvalid) tellElsewhere(`${name} is refused: ${counted(wrong, 'row is', 'rows are')} wrong`, 'Nothing was recorded.', 'red')
      else tellElsewhere(`${name} is recorded`, `${changes(report).join(', ')}.`)
    },
    onError: ({ message }, { file: { name }, dryRun }) =>
      !dryRun && tellElsewhere(`${name} was not recorded, as far as is known`, sentence(message), 'red'),
    onSettled: (_, __, { dryRun }) => {
      if (!dryRun) void queryClient.invalidateQueries()
    },
  })
  return {
    run: mutate,
    forget: reset,
    stop: () => controller.current?.abort(),
    busy: isPending,
    percent,
    error,
    report: isPending ? undefined : data,
    task: variables,
  }
}
