import { PasswordInput } from '@mantine/core'
import { minimumLength, type NewPassword } from './passwords'

interface Props {
  value: NewPassword
  onChange: (value: NewPassword) => void
  problems: Partial<NewPassword>
}

/** A new password, twice, and the rules said before. */
export function NewPasswordFields({ value, onChange, problems }: Props) {
  const shared = {
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': 'Show the password', tabIndex: 0 },
    required: true,
    withAsterisk: false,
  }
  return (
    <>
      <PasswordInput
        {...shared}
        name="new-password"
        label="New password"
        description={`At least ${minimumLength} characters. A few words in a row are easy to keep in mind; what everybody uses is refused.`}
        value={value.password}
        error={problems.password}
        onChange={({ currentTarget }) => onChange({ ...value, password: currentTarget.value })}
      />
      <PasswordInput
        {...shared}
        name="new-password-again"
        label="New password, again"
        value={value.again}
        error={problems.again}
        onChange={({ currentTarget }) => onChange({ ...value, again: currentTarget.value })}
      />
    </>
  )
}
