import { ApiError } from './api'

/**
 * Refuses to save a form over what somebody else has changed since it was opened: read is as it is now, and has to be one of
 * what the form began from, or what is to be saved, which an answer that was lost may have saved already.
 */
export function refuseChanged(read: unknown, ...expected: unknown[]): void {
  if (expected.some((one) => JSON.stringify(one) === JSON.stringify(read))) return
  throw new ApiError('Somebody has changed this since the form was opened. Close it, and look at what it is now.', 'CHANGED')
}
