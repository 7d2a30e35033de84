import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isLost } from './lost'
import { notify } from './notify'
import { sameSession } from './session'
import { useHere } from './useHere'
import { sentence, type UserError } from './userErrors'

interface Answer {
  userErrors: readonly UserError[]
}

/**
 * Sends what a form has. What the server refuses is in userErrors, and the form stays as it is; otherwise onSaved is
 * called, and all that is on the page is read anew. What was saved is not sent again. Where the form was closed meanwhile, a
 * corner of the screen tells what it would have; and unseen, where given, instead of what onSaved would have shown in the form.
 */
export function useSave<TInput, TAnswer extends Answer>(
  send: (input: TInput) => Promise<TAnswer>,
  onSaved: (answer: TAnswer) => void,
  unseen?: string,
) {
  const queryClient = useQueryClient()
  // Known at once, unlike isPending: the second click of two comes before anything is drawn anew, or while the form closes.
  const sent = useRef(false)
  const same = useRef<() => boolean>(() => false)
  const here = useHere()
  const tellElsewhere = (title: string, message: string) => {
    if (!here.current && same.current()) void notify({ color: 'red', title, message, autoClose: false })
  }
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      if (answer.userErrors.length > 0) return tellElsewhere('What you had closed was not recorded', answer.userErrors.map(({ message }) => sentence(message)).join(' '))
      // Whoever is signed in by now need not know.
      if (!same.current()) return
      if (unseen && !here.current) return tellElsewhere('What you had closed was recorded', unseen)
      onSaved(answer)
    },
    onError: (failure) =>
      tellElsewhere(
        isLost(failure) ? 'Whether what you had closed was recorded is not known' : 'What you had closed was not recorded',
        `${sentence(failure.message)}${isLost(failure) ? ' Look for it before you try again.' : ''}`,
      ),
    onSettled: (answer) => {
      sent.current = answer?.userErrors.length === 0
      // Not waited for: what became of the save is told whether or not the page can be read.
      void queryClient.invalidateQueries()
    },
  })
  const save = (input: TInput) => {
    if (sent.current) return
    sent.current = true
    same.current = sameSession()
    mutate(input)
  }
  return { save, busy: isPending, error, userErrors: data?.userErrors ?? [] }
}
