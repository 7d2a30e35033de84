import { Burger } from '@mantine/core'
import { useMediaQuery, useWindowEvent } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { Brand } from './Brand'
import { Navigation } from './Navigation'
import classes from './Shell.module.css'
import { SkipLink } from './SkipLink'

/** What is around the pages of those who work here: the navigation, at the side or, where there is no room for it, behind a button. */
export function Shell({ children }: { children: ReactNode }) {
  const narrow = useMediaQuery('(max-width: 991px)', false, { getInitialValueInEffect: false })
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const [openedAt, setOpenedAt] = useState('')
  const burger = useRef<HTMLButtonElement>(null)

  // Another page closes it, and so does whoever goes on to this one.
  const open = narrow && openedAt === pathname
  const close = () => setOpenedAt('')
  useWindowEvent('keydown', ({ key }) => {
    if (key !== 'Escape' || !open) return
    close()
    burger.current?.focus()
  })

  return (
    <div className={classes.shell}>
      <SkipLink />
      <div onBlur={({ currentTarget, relatedTarget }) => relatedTarget && !currentTarget.contains(relatedTarget) && close()}>
        <header className={classes.header}>
          <Burger
            ref={burger}
            className={classes.burger}
            opened={open}
            onClick={() => setOpenedAt(open ? '' : pathname)}
            size="sm"
            aria-label={open ? 'Close the navigation' : 'Open the navigation'}
            aria-expanded={open}
          />
          <Brand />
        </header>
        <div className={classes.side} data-open={open || undefined} inert={narrow && !open}>
          <Navigation onNavigate={close} />
        </div>
      </div>
      {/* For fingers: the keyboard has Escape and the button. */}
      {open && <button type="button" tabIndex={-1} aria-hidden="true" className={classes.scrim} onClick={close} />}
      <main id="content" className={classes.main}>
        {children}
      </main>
    </div>
  )
}
