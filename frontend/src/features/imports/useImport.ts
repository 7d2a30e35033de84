import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { counted } from '../../lib/amounts'
import { notify } from '../../lib/notify'
import { sameSession } from '../../lib/session'
import { useHere } from '../../lib/useHere'
import { sentence } from '../../lib/userErrors'
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
  const here = useHere()
  const same = useRef<() => boolean>(() => false)
  const [percent, setPercent] = useState(0)
  const { mutate, reset, isPending, error, data, variables } = useMutation({
    mutationFn: (task: Task) => {
      controller.current = new AbortController()
      same.current = sameSession()
      setPercent(0)
      return upload({ ...task, signal: controller.current.signal, onProgress: setPercent })
    },
    // Whoever has left the page would not know what became of the file.
    onSuccess: (report, task) => {
      if (here.current || task.dryRun || !same.current()) return
      const refused = wrongRows(report) > 0 && !task.skipInvalid
      void notify({
        color: refused ? 'red' : undefined,
        title: refused ? `${task.file.name} was refused` : `${task.file.name} is recorded`,
        message: refused ? `Nothing was recorded: ${counted(wrongRows(report), 'row is', 'rows are')} wrong.` : `${changes(report).join(', ')}.`,
        autoClose: false,
      })
    },
    onError: ({ message }, task) => {
      if (here.current || task.dryRun || !same.current()) return
      void notify({ color: 'red', title: `${task.file.name} was not recorded, as far as is known`, message: sentence(message), autoClose: false })
    },
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
