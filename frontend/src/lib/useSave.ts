import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isLost } from './lost'
import { sentence, sentences, type UserError } from './userErrors'
import { useSender } from './useSender'

interface Answer {
  userErrors: readonly UserError[]
}

/**
 * Sends what a form has. What the server refuses is in userErrors, and the form stays as it is; otherwise onSaved is called,
 * told whether the form is still there, and all that is on the page is read anew. What was saved is not sent again. Where the
 * form was closed meanwhile, a corner of the screen tells what it would have; and unseen, where given, instead of what onSaved
 * would have shown in the form.
 */
export function useSave<TInput, TAnswer extends Answer>(
  send: (input: TInput) => Promise<TAnswer>,
  onSaved: (answer: TAnswer, here: boolean) => void,
  unseen?: string,
) {
  const queryClient = useQueryClient()
  // Known at once, unlike isPending: the second click of two comes before anything is drawn anew, or while the form closes.
  const sent = useRef(false)
  const { begin, isHere, isSame, tellElsewhere } = useSender()
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      if (answer.userErrors.length > 0) tellElsewhere(notRecorded, sentences(answer.userErrors), 'red')
      else if (unseen && !isHere()) tellElsewhere('What you had closed was recorded', unseen, 'red')
      else if (isSame()) onSaved(answer, isHere())
    },
    onError: (failure) =>
      isLost(failure)
        ? tellElsewhere('Whether what you had closed was recorded is not known', `${sentence(failure.message)} Look for it before you try again.`, 'red')
        : tellElsewhere(notRecorded, sentence(failure.message), 'red'),
    onSettled: (answer) => {
      sent.current = answer?.userErrors.length === 0
      // Not waited for: what became of the save is told whether or not the page can be read.
      void queryClient.invalidateQueries()
    },
  })
  const save = (input: TInput) => {
    if (sent.current) return
    sent.current = true
    begin()
    mutate(input)
  }
  return { save, busy: isPending, error, userErrors: data?.userErrors ?? [] }
}

const notRecorded = 'What you had closed was not recorded'
