import { createTransport } from 'nodemailer'
import type { Channel, Outcome } from './channel.ts'

export interface SmtpPlace {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`. */
  url: string
  /** Who it comes from: `县群团服务中心 <notice@example.org>`. */
  from: string
  /** How long one step of the server may take, and four times that the whole (ms). */
  timeout?: number
}

const usualTimeout = 10_000

/** The county's own mail server. Each message has a connection of its own: one that hangs holds no other. */
export function smtpChannel({ url, from, timeout = usualTimeout }: SmtpPlace): Channel {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'daqiao.invalid'
  return {
    async send({ id, to, name, title, text }, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout * 4)])
      const transport = createTransport({
        url,
        connectionTimeout: timeout,
        greetingTimeout: timeout,
        socketTimeout: timeout,
        dnsTimeout: timeout,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      const { promise: late, reject } = Promise.withResolvers<never>()
      const stop = () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' }))
      limit.addEventListener('abort', stop, { once: true })
      try {
        const sending = transport.sendMail({
          from,
          to: { name, address: to },
          subject: title,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        sending.catch(() => {})
        const { response } = await Promise.race([sending, late])
        return { state: 'sent', detail: codesIn(response) }
      } catch (error) {
        if (signal.aborted) throw error
        return outcomeOf(error as SmtpError)
      } finally {
        limit.removeEventListener('abort', stop)
        transport.close()
      }
    },
  }
}

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/** RFC 5321: 5yz is for good, 4yz is for now. Of a 5yz only the one about the recipient speaks of the address. */
function outcomeOf({ code, command = '', responseCode = 0, response = '' }: SmtpError): Outcome {
  const detail = codesIn(response) || (code ?? 'error')
  if (code === 'EAUTH' || command.startsWith('AUTH')) return { state: 'later', fault: 'login', detail }
  if (responseCode >= 500) {
    if (command === 'RCPT TO' && speaksOfAddress(response))
      return { state: 'bounced', fault: 'no-such-address', detail }
    return { state: 'refused', fault: 'refused', detail }
  }
  if (responseCode >= 400) return { state: 'later', fault: 'busy', detail }
  if (code === 'EENVELOPE' && responseCode === 0)
    return { state: 'bounced', fault: 'no-such-address', detail }
  return { state: 'later', fault: code === 'ETIMEDOUT' ? 'too-slow' : 'unreachable', detail }
}

/** X.1.z and X.2.1 are about the mailbox; X.7.z is policy, and says nothing of whether the address exists. */
function speaksOfAddress(response: string): boolean {
  const enhanced = /\b5\.(\d+)\.(\d+)\b/.exec(response)
  if (!enhanced) return !/^554\b/.test(response)
  const [, subject, detail] = enhanced
  return subject === '1' || (subject === '2' && detail === '1') || (subject === '0' && detail === '0')
}

/** Reply code and enhanced code only: the words behind them may repeat an address. */
function codesIn(response: string | undefined): string {
  return /^\d{3}(?:[ -]\d\.\d+\.\d+)?/.exec(response ?? '')?.[0].replace('-', ' ') ?? ''
}
