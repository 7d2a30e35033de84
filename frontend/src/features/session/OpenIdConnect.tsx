import { Button, Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { graphql } from '../../gql'
import { request } from '../../lib/api'
import { keepAsked } from '../../lib/asked'

const optionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      openIdConnect
    }
  }
`)

/** The company's own sign-in, where it has one. */
export function OpenIdConnect() {
  const { data } = useQuery({
    queryKey: ['sign-in options'],
    queryFn: ({ signal }) => request(optionsQuery, {}, { signal, token: '' }),
  })
  const name = data?.signInOptions.openIdConnect
  return (
    name && (
      <>
        <Divider label="or" />
        <Button component="a" href="/auth/oidc" variant="default" onClick={keepAsked}>
          Sign in with {name}
        </Button>
      </>
    )
  )
}
