import { useEffect, useRef } from 'react'
import { notify } from './notify'
import { sameSession } from './session'

/** Who has sent something, and whether they still look at what would show them how it ends. */
export function useSender() {
  const here = useRef(false)
  const same = useRef<() => boolean>(() => false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return {
    /** Called when it is sent. */
    begin: () => {
      same.current = sameSession()
    },
    isHere: () => here.current,
    /** Whoever is signed in otherwise need not know. */
    isSame: () => same.current(),
    /** Tells in a corner of the screen, where the page or form is gone that would. */
    tellElsewhere: (title: string, message: string, color?: string) => {
      if (!here.current && same.current()) void notify({ color, title, message, autoClose: false })
    },
  }
}
