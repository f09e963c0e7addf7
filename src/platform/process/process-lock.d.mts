/** Who holds a lock: the process, its start (so that a reused pid is not taken for it), and what it says of itself. */
export type LockHolder = { pid: number; start: string; [detail: string]: string | number }

export type TakenLock = {
  taken: true
  /** Adds to what the lock file says, for example the address once it is known. */
  describe(details: Record<string, string | number>): void
  /** Gives the lock back; does nothing where it is no longer ours. */
  release(): void
}

/** When a process began (boot and clock ticks), or '' where it is gone, a zombie, or there is no /proc. */
export function processStart(pid: number): string

/** Whether this very process still lives: pid and start must both fit, since pids are used again. */
export function isSameProcessAlive(pid: number, start: string): boolean

/** Reads a lock without touching it; undefined where there is none. `alive` is false for a killed holder's lock. */
export function readLock(file: string): { holder: LockHolder | undefined; alive: boolean } | undefined

/**
 * Takes a lock file, or says who has it. A lock whose process is gone (kill -9, power cut) is taken over, by exactly
 * one of those who try at the same time.
 * @throws what the file system says (ENOENT, EACCES, EROFS, ENOSPC)
 */
export function takeLock(
  file: string,
  details?: Record<string, string | number>,
): Promise<TakenLock | { taken: false; holder: LockHolder }>
