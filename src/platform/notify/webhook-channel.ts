import { createHmac } from 'node:crypto'
import type { Channel, Outcome, Outgoing } from './channel.ts'

export interface WebhookPlace {
  url: string
  secret: string
  /** How long an answer may take (ms). */
  timeout?: number
}

const usualTimeout = 10_000
const longestWait = 3_600_000

/**
 * A channel behind a county's own gateway (SMS, WeCom): one POST for each message, signed. The gateway answers 2xx
 * when it has taken it; 410 or 422 when there is no such address; another 4xx when it will not take this message;
 * anything else means later. `Idempotency-Key` is the message's id: the same one is the same message.
 */
export function webhookChannel(name: string, { url, secret, timeout = usualTimeout }: WebhookPlace): Channel {
  return {
    async send(message, signal) {
      const body = JSON.stringify(bodyOf(name, message))
      const timestamp = String(Math.floor(Date.now() / 1000))
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': message.id,
            'daqiao-timestamp': timestamp,
            'daqiao-signature': signatureOf(secret, timestamp, body),
          },
          body,
          redirect: 'error',
          signal: limit,
        })
        // What else it says does not matter, and may never end.
        await answer.body?.cancel()
        return outcomeOf(answer)
      } catch (error) {
        if (signal.aborted) throw error
        const slow = limit.aborted
        return {
          state: 'later',
          fault: slow ? 'too-slow' : 'unreachable',
          detail: slow ? `${timeout} ms` : codeOf(error),
        }
      }
    },
  }
}

/** `v1=` and the HMAC-SHA-256 of timestamp, dot and body, in hex: what a gateway computes again and compares. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

function bodyOf(channel: string, { id, to, name, language, title, text, template, values }: Outgoing) {
  return { id, channel, to, name, language, title, text, template, values }
}

function outcomeOf({ status, headers }: Response): Outcome {
  const detail = String(status)
  if (status >= 200 && status < 300) return { state: 'sent', detail }
  if (status === 410 || status === 422) return { state: 'bounced', fault: 'no-such-address', detail }
  if (status === 429)
    return { state: 'later', fault: 'busy', detail, after: waitOf(headers.get('retry-after')) }
  if (status === 401 || status === 403) return { state: 'later', fault: 'login', detail }
  if (status >= 400 && status < 500 && status !== 408) return { state: 'refused', fault: 'refused', detail }
  return { state: 'later', fault: 'server-fault', detail, after: waitOf(headers.get('retry-after')) }
}

function waitOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter)
  return retryAfter && seconds > 0 ? Math.min(longestWait, seconds * 1000) : undefined
}

/** The system's code (`ECONNREFUSED`), which says enough and holds no words of ours. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name?: string }
  return cause?.code ?? name ?? 'error'
}
