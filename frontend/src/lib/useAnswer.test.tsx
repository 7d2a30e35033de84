// @vitest-environment jsdom
import { queryOptions, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { newQueryClient, useAnswer } from './query'

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

test('a page that was never there says why', async () => {
  const result = page(new Error('the line is down'))
  await waitFor(() => expect(result.current.error).toBeTruthy())
})
