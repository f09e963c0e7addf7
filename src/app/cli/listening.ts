import { createServer } from 'node:net'
import { StartProblem, systemErrorCode } from '#platform/process/start-problem.ts'

/** Where Daqiao listens: PORT (3000) on HOST (this machine only). */
export interface Listening {
  host: string
  port: number
}

/** Reads PORT and HOST. @throws StartProblem `port-is-no-number` */
export function readListening(environment: NodeJS.ProcessEnv): Listening {
  const given = environment.PORT || '3000'
  const port = Number(given)
  if (!/^\d+$/.test(given) || port < 1 || port > 65_535) {
    throw new StartProblem(
      'port-is-no-number',
      {
        zh: `PORT 应为 1 至 65535 之间的整数，现在是“${given}”。`,
        en: `PORT must be a whole number from 1 to 65535; it is "${given}".`,
      },
      { exitCode: 2 },
    )
  }
  return { host: environment.HOST || '127.0.0.1', port }
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

/**
 * Finds out that the port is taken before a minute of other work is done.
 * @throws StartProblem `port-taken`, `port-forbidden`, `host-is-not-ours`
 */
export async function assertPortIsFree({ host, port }: Listening): Promise<void> {
  const trial = createServer()
  try {
    await new Promise<void>((resolve, reject) => trial.once('error', reject).listen({ host, port }, resolve))
  } catch (error) {
    throw explainListening(error, { host, port })
  } finally {
    trial.close()
  }
}

/** What the operating system said about an address, in words; anything else as it came. */
export function explainListening(error: unknown, { host, port }: Listening): unknown {
  const other = port === 65_535 ? 3000 : port + 1
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return new StartProblem('port-taken', {
        zh: `端口 ${port} 已被别的程序占用。可以换一个端口，例如：PORT=${other} npm start；或先停止占用它的程序（用 ss -ltnp 查看是哪一个）。`,
        en: `Port ${port} is taken by another program. Use another port, for example: PORT=${other} npm start; or stop the program that has it (ss -ltnp shows which).`,
      })
    case 'EACCES':
      return new StartProblem('port-forbidden', {
        zh: `当前用户不能使用端口 ${port}（1024 以下的端口一般要管理员权限）。请换一个，例如：PORT=3000 npm start。`,
        en: `This user may not use port ${port} (ports below 1024 usually need an administrator). Use another, for example: PORT=3000 npm start.`,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem('host-is-not-ours', {
        zh: `HOST=${host} 不是本机的地址，无法监听。`,
        en: `HOST=${host} is no address of this machine, so nothing can listen there.`,
      })
    default:
      return error
  }
}
