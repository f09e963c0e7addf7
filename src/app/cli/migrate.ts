import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { onlyFlag, requireDatabaseUrl } from './options.ts'
import { root } from './root.ts'
import { runUntilStopped } from './run-until-stopped.ts'

/** `daqiao migrate`: brings the database of DATABASE_URL to the newest state, and says which files ran. */
export function run(args: string[]): Promise<number> {
  return runUntilStopped(async () => {
    onlyFlag(args, '--real')
    const ran = await migrate(requireDatabaseUrl(process.env), join(root, 'db/migrations'))
    console.log(ran.length > 0 ? ran.join('\n') : '数据库结构已是最新。The database is up to date.')
  })
}
