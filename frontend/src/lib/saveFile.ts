import { download } from './api'

/** Saves a file of the server under its name. A link alone couldn't: the token goes into a header. */
export async function saveFile({ downloadUrl, fileName }: { downloadUrl: string; fileName: string }): Promise<void> {
  const url = URL.createObjectURL(await download(downloadUrl))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
