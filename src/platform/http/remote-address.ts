import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address of the socket that a request came by, or `unknown` for one without a socket (in the tests). */
export function remoteOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

const nearby = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i

/**
 * Who asks, for counting: behind a proxy of our own network, the address that this proxy saw. Everybody can write into
 * the header before it, so only its last entry counts.
 */
export function askerOf(context: Context): string {
  const socket = remoteOf(context)
  const told = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return told && (nearby.test(socket) || socket === 'unknown') ? told : socket
}
