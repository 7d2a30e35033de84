import { useDisclosure } from '@mantine/hooks'
import { FormDialog } from '../../components/FormDialog'
import { WriteButton } from '../../components/WriteButton'
import { OneOffForm } from './OneOffForm'

/** Records a payment outside any batch. */
export function OneOff() {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <WriteButton variant="default" onClick={open}>
        Record a one-off payment
      </WriteButton>
      <FormDialog title="Record a one-off payment" opened={opened} onClose={close}>
        <OneOffForm onClose={close} />
      </FormDialog>
    </>
  )
}
