import { download } from './api'
import { sameSession } from './session'

/**
 * Saves a file of the server under its name. A link alone couldn't: the token goes into a header. What one person has asked for
 * is not saved where another has signed in meanwhile.
 */
export async function saveFile({ downloadUrl, fileName }: { downloadUrl: string; fileName: string }): Promise<void> {
  const same = sameSession()
  const file = await download(downloadUrl)
  if (!same()) throw new Error('Whoever asked for the file has signed out.')
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
