import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useAccess } from '../../components/useAccess'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { notify } from '../../lib/notify'
import { beginViewing } from '../../lib/session'
import { useSender } from '../../lib/useSender'

const viewMutation = graphql(`
  mutation ViewPortalAs($partnerId: ID!) {
    viewPortalAs(partnerId: $partnerId) {
      token
      userErrors {
        message
      }
    }
  }
`)

/** Opens the portal as the partner sees it, for those who may. */
export function ViewPortal({ partner }: { partner: { id: string } }) {
  const { refusal } = useAccess()
  const { begin, isSame } = useSender()
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      begin()
      return tokenFor(partner.id)
    },
    onSuccess: (token) => isSame() && beginViewing(token, '/portal'),
    onError: ({ message }) => isSame() && void notify({ color: 'red', title: 'The portal cannot be shown', message, autoClose: false }),
  })
  if (refusal) return null
  return (
    <Button variant="default" loading={isPending} onClick={() => mutate()}>
      View portal as this partner
    </Button>
  )
}

async function tokenFor(partnerId: string): Promise<string> {
  const { token, userErrors } = (await request(viewMutation, { partnerId })).viewPortalAs
  if (!token) throw new Error(userErrors.map(({ message }) => message).join(' '))
  return token
}
