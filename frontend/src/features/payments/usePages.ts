import { useState } from 'react'
import type { Paging } from '../../lib/paging'

export const partSize = 50

interface PageInfo {
  hasNextPage: boolean
  endCursor?: string | null
}

/** Paging of a list that is only part of a page, and so isn't in the address. Another list starts at its first page. */
export function usePages(list: string) {
  const [state, setState] = useState({ list, cursors: [] as string[] })
  const cursors = state.list === list ? state.cursors : []
  const go = (to: string[]) => setState({ list, cursors: to })
  return {
    after: cursors.at(-1),
    /** While the rows are stale (isPlaceholderData) there is no next page, as in usePaging. */
    paging: (info: PageInfo | undefined, stale: boolean): Paging => ({
      page: cursors.length + 1,
      stale,
      first: cursors.length > 0 ? () => go([]) : undefined,
      previous: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : undefined,
      next: !stale && info?.hasNextPage && info.endCursor ? () => go([...cursors, info.endCursor!]) : undefined,
    }),
  }
}
