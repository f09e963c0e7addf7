import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/** A thread that asks for pages, so that who asks and who answers do not wait for each other. */
const { paths, perSecond, seconds, port, connections } = workerData as {
  paths: readonly string[]
  perSecond: number
  seconds: number
  port: number
  connections: number
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const headers = { 'accept-encoding': 'gzip', host: `127.0.0.1:${port}` }
const times: number[] = []
let failed = 0

function askOnce(path: string, due: number): Promise<void> {
  return new Promise((done) => {
    const fail = () => {
      failed += 1
      done()
    }
    const request = get({ port, host: '127.0.0.1', path, agent, headers }, (response) => {
      if (response.statusCode !== 200) failed += 1
      response.resume()
      response.once('end', () => {
        times.push(performance.now() - due)
        done()
      })
      response.once('error', fail)
    })
    request.once('error', fail)
  })
}

const pathAt = (n: number) => paths[n % paths.length] ?? '/p/'
const began = performance.now()
const ends = began + seconds * 1000
const all: Promise<void>[] = []
if (Number.isFinite(perSecond)) {
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = began + (n / perSecond) * 1000
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    all.push(askOnce(pathAt(n), due))
  }
} else {
  let n = 0
  for (let i = 0; i < connections; i += 1) {
    all.push(
      (async () => {
        while (performance.now() < ends) {
          n += 1
          await askOnce(pathAt(n), performance.now())
        }
      })(),
    )
  }
}
await Promise.all(all)
agent.destroy()
parentPort?.postMessage({ times, failed })
