import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ImportKind } from './kinds'
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
  const [percent, setPercent] = useState(0)
  const { mutate, reset, isPending, error, data, variables } = useMutation({
    mutationFn: (task: Task) => {
      controller.current = new AbortController()
      setPercent(0)
      return upload({ ...task, signal: controller.current.signal, onProgress: setPercent })
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
