import { StartProblem } from '#platform/process/start-problem.ts'

/** A wish to stop: by Ctrl+C, by a service manager, by a closed terminal, or because the launcher was killed. */
export interface StopSignal {
  signal: AbortSignal
  asked: Promise<void>
}

/** What has to be undone at the end, whatever comes in between; the last first. */
export type Undo = (() => Promise<void> | void)[]

/**
 * Runs something that goes on until it is asked to stop, and undoes what it did. Resolves with the exit code: 0 when
 * it was asked to stop, a problem's own code where one came up, which is said in words.
 */
export async function runUntilStopped(
  work: (stop: StopSignal, undo: Undo) => Promise<void>,
): Promise<number> {
  const stop = listenForStop()
  const undo: Undo = []
  try {
    await work(stop, undo)
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 0
    if (!(error instanceof StartProblem)) throw error
    console.error(error.message)
    return error.exitCode
  } finally {
    await undoAll(undo)
  }
}

/** One step that fails must not keep the others, a running database above all, from being undone. */
async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.reverse()) {
    try {
      await step()
    } catch (error) {
      console.error(error)
    }
  }
}

/**
 * Listens for every way of being asked to stop. One press of Ctrl+C may arrive several times (from the terminal, from
 * npm, from the launcher), so all but the first mean nothing.
 */
function listenForStop(): StopSignal {
  const controller = new AbortController()
  const asked = new Promise<void>((resolve) => {
    const stop = () => {
      controller.abort()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
  return { signal: controller.signal, asked }
}
