/** What went wrong in our vocabulary: errors of Fastify and its plugins are told by their status, anything else is our own failure. `limit`: how large a body may be, for people. */
import { AppError } from '../errors.ts'

export function appErrorOf(error: unknown, limit: string): AppError {
  if (error instanceof AppError) return error
  const status = statusOf(error)
  if (status === 404) return new AppError('record.not-found')
  if (status === 413) return new AppError('request.too-large', { parameters: { limit } })
  return new AppError(status >= 400 && status < 500 ? 'input.invalid' : 'system.failed')
}

export const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
