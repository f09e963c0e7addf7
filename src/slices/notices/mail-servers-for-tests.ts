import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSocketServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** Real servers at the other end of the channels: they take, refuse, hang. */

export interface Mail {
  to: string[]
  headers: string
  text: string
}

interface SmtpManners {
  /** What the server says to a recipient; undefined takes it. */
  rcpt?: (address: string) => { code: number; message: string } | undefined
  /** What it says to the message itself. */
  data?: () => { code: number; message: string } | undefined
  password?: string
}

/** A real SMTP server. `mails` are those that it took. */
export async function smtpServer(manners: SmtpManners = {}) {
  const mails: Mail[] = []
  const refuse = ({ code, message }: { code: number; message: string }) =>
    Object.assign(new Error(message), { responseCode: code })
  const server = new SMTPServer({
    authOptional: manners.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      password === manners.password
        ? done(null, { user: username })
        : done(refuse({ code: 535, message: '5.7.8 who are you' })),
    onRcptTo({ address }, _session, done) {
      const answer = manners.rcpt?.(address)
      done(answer ? refuse(answer) : undefined)
    },
    onData(stream, session: SMTPServerSession, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (part) => (raw += part))
      stream.on('end', () => {
        const answer = manners.data?.()
        if (answer) return done(refuse(answer))
        const [headers = '', ...body] = raw.split('\r\n\r\n')
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, headers, text: decoded(headers, body.join('\r\n\r\n')) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

function decoded(headers: string, body: string): string {
  if (/base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /quoted-printable/i.test(headers) ? Buffer.from(bytes, 'latin1').toString('utf8') : body
}

/** Takes connections and never says a word. */
export async function silentServer() {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    port,
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export interface Posted {
  headers: IncomingMessage['headers']
  body: string
}

/** A gateway that answers with `status`, which a test may change; what it was sent stands in `posted`. */
export async function gateway(status: number | 'never' = 200) {
  const posted: Posted[] = []
  const state = { status, headers: {} as Record<string, string> }
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      posted.push({ headers: request.headers, body })
      if (state.status !== 'never') response.writeHead(state.status, state.headers).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/send`,
    posted,
    state,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
