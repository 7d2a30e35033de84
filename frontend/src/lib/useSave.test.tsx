// @vitest-environment jsdom
import { notificationsStore } from '@mantine/notifications'
import { onlineManager, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { ApiError } from './api'
import { newQueryClient } from './query'
import { beginSession } from './session'
import type { UserError } from './userErrors'
import { useSave } from './useSave'

interface Answer {
  userErrors: UserError[]
}

/** A form whose calls are answered one after the other. */
function form(...answers: (Answer | Error)[]) {
  const send = vi.fn<() => Promise<Answer>>(async () => {
    const answer = answers.shift()!
    if (answer instanceof Error) throw answer
    return answer
  })
  const onSaved = vi.fn<() => void>()
  const client = newQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  const { result, unmount } = renderHook(() => useSave<void, Answer>(send, onSaved), { wrapper })
  const click = () => act(() => result.current.save())
  return { send, onSaved, result, click, unmount }
}

test('two clicks at once send once', async () => {
  const { send, onSaved, result, click } = form({ userErrors: [] })
  act(() => {
    result.current.save()
    result.current.save()
  })
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  // The form is still there while it closes.
  click()
  expect(send).toHaveBeenCalledOnce()
})

test.each([{ userErrors: [{ message: 'name is missing' }] }, new Error('the line is down')])('what was refused is sent again: %j', async (refusal) => {
  const { send, onSaved, result, click } = form(refusal, { userErrors: [] })
  click()
  await waitFor(() => expect(result.current.error ?? result.current.userErrors[0]).toBeTruthy())
  expect(onSaved).not.toHaveBeenCalled()
  click()
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(send).toHaveBeenCalledTimes(2)
})

test('without a network it is sent or refused now, and never later', async () => {
  onlineManager.setOnline(false)
  const { result, send, click } = form(new Error('the line is down'))
  click()
  await waitFor(() => expect(result.current.error).toBeTruthy())
  act(() => onlineManager.setOnline(true))
  expect(send).toHaveBeenCalledOnce()
})

test.each([
  [new ApiError('no answer', 'TIMEOUT'), 'Whether what you had closed was recorded is not known'],
  [{ userErrors: [{ message: 'name is missing' }] }, 'What you had closed was not recorded'],
])('a form that was closed tells in a corner what became of it: %j', async (answer, title) => {
  const { onSaved, result, unmount } = form(answer as Answer | Error)
  act(() => result.current.save())
  unmount()
  await waitFor(() => expect(notificationsStore.getState().notifications.map((shown) => shown.title)).toContain(title))
  expect(onSaved).not.toHaveBeenCalled()
})

test('whoever has signed in meanwhile is not told', async () => {
  const { onSaved, result, click } = form({ userErrors: [] })
  click()
  act(() => beginSession('somebody else'))
  await waitFor(() => expect(result.current.busy).toBe(false))
  expect(onSaved).not.toHaveBeenCalled()
})
