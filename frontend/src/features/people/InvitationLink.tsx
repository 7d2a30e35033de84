import { Button, Group, Stack, Text } from '@mantine/core'
import { ShownOnce } from '../../components/ShownOnce'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { formatInstant } from '../../lib/days'

export const madeInvitation = graphql(`
  fragment MadeInvitation on InviteUserPayload {
    user {
      name
      email
      invitedUntil
    }
    invitationPath
  }
`)

interface Props {
  invitation: FragmentType<typeof madeInvitation>
  onClose: () => void
}

/** The way in for somebody who was invited: the administrator sends it. */
export function InvitationLink({ invitation, onClose }: Props) {
  const { user, invitationPath } = readFragment(madeInvitation, invitation)
  if (!user || !invitationPath) return null
  return (
    <Stack gap="md">
      <Text size="sm">
        Send this link to <b>{user.name}</b> ({user.email}) yourself: no e-mail is sent from here. Whoever opens it sets the
        password and is in. It is good for one time{user.invitedUntil && ` until ${formatInstant(user.invitedUntil)}`}.
      </Text>
      <ShownOnce focused label="Invitation link" description="It is shown only now." value={location.origin + invitationPath} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
