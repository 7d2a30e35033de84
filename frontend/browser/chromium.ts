import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Starts the Chromium of this machine, with a new profile: none is downloaded. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || findInPath(),
    // Whatever leaves the machine then is the page's doing.
    args: ['--disable-gpu', '--disable-quic', '--disable-sync', '--disable-background-networking'],
  })
}

function findInPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
  if (!found) {
    throw new Error(
      `No ${names.join(', ')} in PATH. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path.`,
    )
  }
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
