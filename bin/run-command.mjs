// Runs one command, under a Node that understands TypeScript. Started by daqiao.mjs, in the same process or another.
import { realpathSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Loads `src/app/cli/<name>.ts` and runs its `run(args)`.
 * @param {string} name @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runCommand(name, args) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  nodeModule.enableCompileCache(join(root, 'node_modules/.cache/daqiao'))
  const { run } = await import(`../src/app/cli/${name}.ts`)
  return run(args)
}

/** The launcher was killed without a word: end as if asked to, so that nothing is left behind. */
function endWithTheLauncher() {
  process.once('disconnect', () => {
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM')
    else process.exit(143)
  })
  // Listening must not keep a command alive that has nothing left to do.
  process.channel?.unref()
}

/** Whoever reads our output has read enough (`daqiao read … | head`): that is no fault. */
process.stdout.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error
  process.exit(0)
})

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  endWithTheLauncher()
  const [name, ...args] = process.argv.slice(2)
  process.exitCode = await runCommand(name, args)
}
