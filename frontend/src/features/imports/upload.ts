import { ApiError, refused, serverAddress } from '../../lib/api'
import { currentSession, type Session } from '../../lib/session'
import type { ImportKind } from './kinds'
import type { ImportReport } from './report'

export interface Upload {
  kind: ImportKind
  file: File
  dryRun: boolean
  skipInvalid: boolean
  signal: AbortSignal
  /** How much was sent, in percent; the server is at work from 100 on. */
  onProgress: (percent: number) => void
}

/** Sends a file and brings its report back. By XMLHttpRequest: fetch does not tell how much was sent. */
export function upload({ kind, file, dryRun, skipInvalid, signal, onProgress }: Upload): Promise<ImportReport> {
  const session = currentSession()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const search = new URLSearchParams({ dryRun: String(dryRun), skipInvalid: String(skipInvalid) })
    request.open('POST', `${serverAddress}/imports/${kind}?${search}`)
    if (session.token) request.setRequestHeader('Authorization', `Bearer ${session.token}`)
    request.setRequestHeader('Content-Type', 'text/csv')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0))
    request.upload.addEventListener('load', () => onProgress(100))
    request.addEventListener('load', () => {
      if (request.status === 200 || request.status === 422) resolve(JSON.parse(request.responseText) as ImportReport)
      else reject(refusal(request, session))
    })
    request.addEventListener('error', () =>
      reject(new ApiError('The file did not get through: it was changed or moved since it was chosen, or the server cannot be reached.', 'UNREACHABLE')),
    )
    request.addEventListener('abort', () => reject(new ApiError('It was stopped. Nothing was recorded, unless all was sent already.', 'ABORTED')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function refusal({ status, statusText, responseText }: XMLHttpRequest, session: Session): ApiError {
  if (status === 401) return refused(session, session.token)
  const { message, code } = readRefusal(responseText, `The server answered ${`${status} ${statusText}`.trim()}.`)
  return new ApiError(message, code)
}

/** What the server says: as the API says it, or in plain text where it is about the file. */
export function readRefusal(text: string, otherwise: string): { message: string; code: string } {
  try {
    const [error] = (JSON.parse(text) as { errors: { message: string; extensions?: { code?: string } }[] }).errors
    return { message: error!.message, code: error!.extensions?.code ?? 'INTERNAL' }
  } catch {
    // A proxy in between may answer with a web page.
    return { message: text.trim() === '' || text.includes('<') ? otherwise : text.trim(), code: 'INTERNAL' }
  }
}
