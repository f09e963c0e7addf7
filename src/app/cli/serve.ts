import { mkdirSync } from 'node:fs'
import { buildConsole } from './build-console.ts'
import { modeOf, rememberMode } from './data-folder.ts'
import { assertPortIsFree, readListening } from './listening.ts'
import { onlyFlag, requireDatabaseUrl } from './options.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { dataFolder, serveUntilUndone } from './start.ts'

/**
 * `daqiao serve`: the server alone, for a real installation with a PostgreSQL of its own (DATABASE_URL). Several may
 * run at once, on one data folder that they share. Exit codes as for `start`.
 */
export function run(args: string[]): Promise<number> {
  process.env.NODE_ENV = 'production'
  return runUntilStopped(async (stop, undo) => {
    onlyFlag(args, '--real')
    const databaseUrl = requireDatabaseUrl(process.env)
    const listening = readListening(process.env)
    const home = dataFolder()
    mkdirSync(home, { recursive: true })
    const mode = modeOf(home, true)
    await assertPortIsFree(listening)
    rememberMode(home, mode)
    await buildConsole({ log: console.log, signal: stop.signal })
    await serveUntilUndone({ databaseUrl, home, mode }, listening, undo)
    console.log(`Daqiao is ready: http://localhost:${listening.port}`)
    await stop.asked
  })
}
