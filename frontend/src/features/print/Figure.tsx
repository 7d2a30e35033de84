import { Amount } from '../../components/Amount'

/** An amount's cell. */
export function Figure({ value, currency }: { value: string; currency: string }) {
  return (
    <td data-numeric>
      <Amount value={value} currency={currency} />
    </td>
  )
}
