// Plain JavaScript on purpose: the launcher needs it under the machine's own Node, before anything that strips
// types is installed. Its types stand in process-lock.d.mts.
import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A guard is held for microseconds; one this old (ms) belongs to a process that died holding it. */
const GUARD_IS_STALE_AFTER = 10_000

/** A lock file without content is being written at this moment, unless it is older than this (ms). */
const EMPTY_IS_STALE_AFTER = 2_000

/** State and start of a process from /proc, or undefined where there is none. @param {number} pid */
function procStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces and brackets itself; the fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], start: fields[19] }
  } catch {
    return undefined
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

export function processStart(pid) {
  const stat = procStat(pid)
  return stat && stat.state !== 'Z' && stat.state !== 'X' ? `${bootId()}/${stat.start}` : ''
}

export function isSameProcessAlive(pid, start) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (procStat(process.pid)) return processStart(pid) !== '' && (!start || processStart(pid) === start)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

export function readLock(file) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    const holder = JSON.parse(text)
    return { holder, alive: isSameProcessAlive(holder.pid, holder.start) }
  } catch {
    return { holder: undefined, alive: Date.now() - statSync(file).mtimeMs < EMPTY_IS_STALE_AFTER }
  }
}

/** Writes a file only where there is none yet. Returns whether it was this call that made it. */
function create(file, content) {
  let handle
  try {
    handle = openSync(file, 'wx', 0o644)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(handle, content)
  closeSync(handle)
  return true
}

function remove(file) {
  try {
    unlinkSync(file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Removes a lock whose holder is dead. Only one process at a time may judge, or a fresh lock could be removed. */
function clearStaleLock(file) {
  const guard = `${file}.guard`
  if (!create(guard, String(process.pid))) {
    try {
      if (Date.now() - statSync(guard).mtimeMs > GUARD_IS_STALE_AFTER) remove(guard)
    } catch {
      // The guard went away by itself, which is as good.
    }
    return
  }
  try {
    const lock = readLock(file)
    if (lock && !lock.alive) remove(file)
  } finally {
    remove(guard)
  }
}

export async function takeLock(file, details = {}) {
  const content = () =>
    `${JSON.stringify({ pid: process.pid, start: processStart(process.pid), ...details })}\n`
  for (;;) {
    if (create(file, content())) break
    const lock = readLock(file)
    if (lock?.alive && lock.holder) return { taken: false, holder: lock.holder }
    if (lock && !lock.alive) clearStaleLock(file)
    await sleep(10)
  }
  let isOurs = true
  return {
    taken: true,
    describe(more) {
      if (!isOurs) return
      Object.assign(details, more)
      writeFileSync(file, content())
    },
    release() {
      isOurs = false
      const lock = readLock(file)
      if (lock?.holder?.pid === process.pid) remove(file)
    },
  }
}
