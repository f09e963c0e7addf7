// npm runs its scripts in a shell. A signal that is sent to npm ends the shell, which passes nothing on, and a killed
// npm tells nobody: in both cases we would go on without anyone knowing. So we look who stands above us.
import { readFileSync } from 'node:fs'

const shells = new Set(['sh', 'dash', 'bash', 'ash', 'zsh', 'busybox'])

/** Ends this process (SIGTERM) soon after the npm that runs it has ended. Does nothing where it was not npm. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_script?.includes('daqiao.mjs')) return
  const parent = process.ppid
  const npm = shells.has(procOf(parent)?.name) ? procOf(parent).parent : undefined
  const watch = setInterval(() => {
    const isThere = process.ppid === parent && (npm === undefined || procOf(parent)?.parent === npm)
    if (isThere) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 100)
  watch.unref()
}

/** A process's name and parent, where there is a /proc. */
function procOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) }
  } catch {
    return undefined
  }
}
