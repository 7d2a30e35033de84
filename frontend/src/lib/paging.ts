import { useNavigate, useRouterState } from '@tanstack/react-router'
import { valid } from './search'

/**
 * Connections are read forward from a cursor. The address holds the cursor, so that a reload stays on the page; the
 * browser's history holds the cursors that led there, for the way back.
 */
export interface PageSearch {
  after?: string
  page?: number
}

declare module '@tanstack/history' {
  interface HistoryState {
    trail?: string[]
  }
}

export function readPageSearch(raw: PageSearch): PageSearch {
  const after = valid(raw.after)
  const page = Number(raw.page)
  // What isn't good is named all the same: the router lets the address's own show through where it isn't.
  return after && Number.isSafeInteger(page) && page > 1 ? { after, page } : { after: undefined, page: undefined }
}

interface PageInfo {
  hasNextPage: boolean
  endCursor?: string | null
}

export interface Paging {
  page: number
  /** The rows on the screen are still those of another page. */
  stale?: boolean
  first?: () => void
  previous?: () => void
  next?: () => void
}

/**
 * The ways from this page of a list to others; what isn't there can't be done. While the rows are stale (isPlaceholderData)
 * there is no next page: where it begins isn't known before this one is there.
 */
export function usePaging({ after = '', page = 1 }: PageSearch, info: PageInfo | undefined, stale = false): Paging {
  const navigate = useNavigate()
  const trail = useRouterState({ select: ({ location }) => location.state.trail ?? [] })

  const go = (to: PageSearch, cursors: string[]) =>
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, after: to.after || undefined, page: to.after ? to.page : undefined }),
      state: { trail: cursors },
      resetScroll: false,
    } as Parameters<typeof navigate>[0])

  const first = page > 1 ? () => go({}, []) : undefined
  return {
    page,
    stale,
    first,
    // An address from somebody else has no trail; from its second page the way back is known all the same.
    previous:
      trail.length > 0 ? () => go({ after: trail.at(-1)!, page: page - 1 }, trail.slice(0, -1)) : page === 2 ? first : undefined,
    next:
      !stale && info?.hasNextPage && info.endCursor
        ? () => go({ after: info.endCursor!, page: page + 1 }, [...trail, after])
        : undefined,
  }
}
