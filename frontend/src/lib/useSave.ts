import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserError } from './userErrors'

interface Answer {
  userErrors: readonly UserError[]
}

/**
 * Sends what a form has. What the server refuses is in userErrors, and the form stays as it is; otherwise onSaved is
 * called, and all that is on the page is read anew.
 */
export function useSave<TInput, TAnswer extends Answer>(
  send: (input: TInput) => Promise<TAnswer>,
  onSaved: (answer: TAnswer) => void,
) {
  const queryClient = useQueryClient()
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      if (answer.userErrors.length === 0) onSaved(answer)
    },
    onSettled: () => queryClient.invalidateQueries(),
  })
  return { save: mutate, busy: isPending, error, userErrors: data?.userErrors ?? [] }
}
