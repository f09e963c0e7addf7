import { setTimeout as sleep } from 'node:timers/promises'
import { onlyFlag, requireDatabaseUrl } from './options.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { dataFolder } from './start.ts'

/** How long work in hand may take to end (ms). */
const closeLimit = 10_000

/**
 * `daqiao work`: does what may be late (notices, reminders) and serves nobody. Any number may run beside `serve`, on
 * one machine or several. Asked to stop, it ends what it has in hand first. Exit codes as for `start`.
 */
export function run(args: string[]): Promise<number> {
  process.env.NODE_ENV = 'production'
  return runUntilStopped(async (stop, undo) => {
    onlyFlag(args, '--real')
    const databaseUrl = requireDatabaseUrl(process.env)
    const { work } = await import('../server.ts')
    const worker = await work({ databaseUrl, home: dataFolder(), log: console.log })
    undo.push(() => Promise.race([worker.close(), sleep(closeLimit, undefined, { ref: false })]))
    console.log('Daqiao works: waiting for jobs. 后台工作已启动。')
    await stop.asked
  })
}
