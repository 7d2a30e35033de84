import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { currentSession } from './session'
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
  const session = useRef(0)
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      // Whoever is signed in by now need not know.
      if (answer.userErrors.length === 0 && currentSession().id === session.current) onSaved(answer)
    },
    onSettled: (answer) => {
      sent.current = answer?.userErrors.length === 0
      // Not waited for: what became of the save is told whether or not the page can be read.
      void queryClient.invalidateQueries()
    },
  })
  const save = (input: TInput) => {
    if (sent.current) return
    sent.current = true
    session.current = currentSession().id
    mutate(input)
  }
  return { save, busy: isPending, error, userErrors: data?.userErrors ?? [] }
}
