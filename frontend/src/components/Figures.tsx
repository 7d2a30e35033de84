import type { ReactNode } from 'react'
import classes from './Figures.module.css'

/** Figures and facts side by side, each under its name. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>
}

interface FigureProps {
  label: string
  large?: boolean
  children: ReactNode
}

export function Figure({ label, large = false, children }: FigureProps) {
  return (
    <div data-large={large || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
