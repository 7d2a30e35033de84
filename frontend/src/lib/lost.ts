import { ApiError } from './api'

/**
 * The call may have been carried out all the same: there is no answer to tell, or the server failed, which it also does
 * where the database has recorded but could not say so any more.
 */
export function isLost(error: unknown): boolean {
  return error instanceof ApiError && ['UNREACHABLE', 'UNAVAILABLE', 'TIMEOUT', 'UNREADABLE', 'INTERNAL'].includes(error.code)
}
