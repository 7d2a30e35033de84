import { useRef, useState, type SubmitEvent } from 'react'

interface Props {
  token: string
  onEnter(token: string): void
}

export function TokenForm({ token, onEnter }: Props) {
  const [value, setValue] = useState(token)
  const [shown, setShown] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onEnter(value)
  }
  const forget = () => {
    setValue('')
    onEnter('')
    // The button that had the focus goes away with the token.
    field.current?.focus()
  }
  return (
    <form className="token" onSubmit={submit}>
      <label htmlFor="token">Access token</label>
      <div className="token-field">
        <input
          ref={field}
          id="token"
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          // Nothing but visible ASCII can go into a header.
          pattern="\s*([Bb]earer\s+)?[!-~]+\s*"
          title="One word, as it was printed"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <button type="button" className="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
          <span className="unseen"> the token</span>
        </button>
      </div>
      <button type="submit">Use token</button>
      {token && (
        <button type="button" className="quiet" onClick={forget}>
          Forget<span className="unseen"> the token</span>
        </button>
      )}
    </form>
  )
}
