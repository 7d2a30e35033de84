/**
 * Why nothing came back. To a page of another origin that the server doesn't know it looks as if the server weren't there:
 * the browser keeps the answers to itself and says so to its console alone. A request whose answer nobody may read finds
 * out which of the two it is.
 */
export async function explainSilence(serverAddress: string): Promise<{ code: string; message: string }> {
  const address = `${serverAddress}/graphql`
  if (serverAddress && !(await answers(address, 'cors')) && (await answers(address, 'no-cors'))) {
    return {
      code: 'ORIGIN_REFUSED',
      message: `The server at ${serverAddress} does not let pages of ${location.origin} use it. Whoever runs it can allow that by ALLOWED_ORIGINS.`,
    }
  }
  return { code: 'UNREACHABLE', message: 'The server cannot be reached. Is it running, and are you online?' }
}

async function answers(address: string, mode: RequestMode): Promise<boolean> {
  try {
    await fetch(address, { mode, credentials: 'omit', signal: AbortSignal.timeout(10_000) })
    return true
  } catch {
    return false
  }
}
