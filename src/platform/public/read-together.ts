/**
 * Answers everybody with what was read after they had asked, and reads once for all who wait: an answer is never older
 * than its question, and a thousand questions at once are two readings. A reading that fails fails for its askers only.
 */
export function readTogether<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const begin = (): Promise<T> => {
    const begun = read().finally(() => {
      if (running === begun) running = undefined
    })
    running = begun
    return begun
  }
  return () => {
    if (!running) return begin()
    if (!next) {
      const waiting = running.then(again, again)
      next = waiting
    }
    return next
  }
  function again(): Promise<T> {
    next = undefined
    return begin()
  }
}
