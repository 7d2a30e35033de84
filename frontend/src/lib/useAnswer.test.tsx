// @vitest-environment jsdom
import { notificationsStore } from '@mantine/notifications'
import { onlineManager, queryOptions, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { newQueryClient, useAnswer } from './query'

afterEach(cleanup)

/** A page whose reads are answered one after the other. */
function page(...answers: (string | Error)[]) {
  const client = newQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  const options = queryOptions({
    queryKey: ['page'],
    queryFn: async () => {
      const answer = answers.shift()!
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return renderHook(() => useAnswer(options), { wrapper }).result
}

test('a page that cannot be read anew stays', async () => {
  const result = page('figures', new Error('the line is down'))
  await waitFor(() => expect(result.current.data).toBe('figures'))
  await act(() => result.current.refetch())
  expect(result.current).toMatchObject({ data: 'figures', error: null })
})

const told = () => notificationsStore.getState().notifications.filter(({ id }) => id === 'old').length

test('that it may be out of date is told until it can be read anew', async () => {
  const result = page('figures', new Error('the line is down'), 'new figures')
  await waitFor(() => expect(result.current.data).toBe('figures'))
  await act(() => result.current.refetch())
  await waitFor(() => expect(told()).toBe(1))
  await act(() => result.current.refetch())
  await waitFor(() => expect(told()).toBe(0))
})

test('without a network a page says so at once', async () => {
  onlineManager.setOnline(false)
  const result = page(new Error('the line is down'))
  await waitFor(() => expect(result.current.error).toBeTruthy())
  cleanup() // or it would ask once more
  onlineManager.setOnline(true)
})

test('a page that was never there says why', async () => {
  const result = page(new Error('the line is down'))
  await waitFor(() => expect(result.current.error).toBeTruthy())
})
