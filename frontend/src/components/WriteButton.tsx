import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useAccess } from './useAccess'

interface Props extends ButtonProps {
  ref?: Ref<HTMLButtonElement>
  onClick: () => void
  children: ReactNode
}

/** A button that leads to a change. Who may not make one is told so, by hand or by keyboard. */
export function WriteButton({ onClick, ...rest }: Props) {
  const { refusal } = useAccess()
  return (
    <Tooltip label={refusal} disabled={!refusal} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <Button
        {...rest}
        data-disabled={!!refusal || undefined}
        aria-disabled={!!refusal || undefined}
        onClick={refusal ? undefined : onClick}
      />
    </Tooltip>
  )
}
