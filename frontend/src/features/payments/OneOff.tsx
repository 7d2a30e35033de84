import { FormDialog } from '../../components/FormDialog'
import { OneOffForm } from './OneOffForm'

/** Records a payment outside any batch. */
export function OneOff() {
  return (
    <FormDialog button="Record a one-off payment" title="Record a one-off payment">
      {(close) => <OneOffForm onClose={close} />}
    </FormDialog>
  )
}
