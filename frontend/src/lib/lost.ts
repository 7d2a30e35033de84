import { ApiError } from './api'

/** The call may have been carried out all the same: there is no answer to tell. */
export function isLost(error: unknown): boolean {
  return error instanceof ApiError && ['UNREACHABLE', 'UNAVAILABLE', 'TIMEOUT', 'UNREADABLE'].includes(error.code)
}
