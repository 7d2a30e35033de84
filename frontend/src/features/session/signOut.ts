import { graphql } from '../../gql'
import { ApiError, request } from '../../lib/api'
import { currentSession, endSession } from '../../lib/session'

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`)

/** Ends the session of the cookie, which only the server can; a token that was pasted is forgotten, and stays good. */
export async function signOut(): Promise<void> {
  const session = currentSession()
  if (!session.token) await end()
  endSession(session)
}

/** Gives up the token that the portal was looked at with. Where the server can't be told, it ends by itself within the hour. */
export async function stopViewing(): Promise<void> {
  const session = currentSession()
  await end().catch(() => {})
  endSession(session)
}

async function end() {
  try {
    const { userErrors } = (await request(signOutMutation, {})).signOut
    if (userErrors.length > 0) throw new Error(userErrors.map(({ message }) => message).join(' '))
  } catch (error) {
    // It has ended already.
    if (!(error instanceof ApiError && error.code === 'UNAUTHENTICATED')) throw error
  }
}
