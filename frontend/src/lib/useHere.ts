import { useEffect, useRef } from 'react'

/** Whether what asks is still on the page: whoever has left is told of the end elsewhere. */
export function useHere(): { readonly current: boolean } {
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
