import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { UserError } from './userErrors'

interface Answer {
  userErrors: readonly UserError[]
}

/**
 * Sends what a form has. What the server refuses is in userErrors, and the form stays as it is; otherwise onSaved is
 * called, and all that is on the page is read anew. What was saved is not sent again.
 */
export function useSave<TInput, TAnswer extends Answer>(
  send: (input: TInput) => Promise<TAnswer>,
  onSaved: (answer: TAnswer) => void,
) {
  const queryClient = useQueryClient()
  // Known at once, unlike isPending: the second click of two comes before anything is drawn anew, or while the form closes.
  const sent = useRef(false)
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      if (answer.userErrors.length === 0) onSaved(answer)
    },
    onSettled: (answer) => {
      sent.current = answer?.userErrors.length === 0
      return queryClient.invalidateQueries()
    },
  })
  const save = (input: TInput) => {
    if (sent.current) return
    sent.current = true
    mutate(input)
  }
  return { save, busy: isPending, error, userErrors: data?.userErrors ?? [] }
}
