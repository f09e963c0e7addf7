import { connect } from '#platform/db/database.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { webhookChannel } from '#platform/notify/webhook-channel.ts'
import { composeHouse } from '../../src/app/house.ts'

/** A worker as a process of its own that a test may kill; its one channel is the gateway at `url`. */
const [databaseUrl = '', url = '', secret = ''] = process.argv.slice(2)
const database = connect(databaseUrl, { connections: 4 })
const outward = { held: false, channels: { sms: webhookChannel('sms', { url, secret }) } }
const files = folderShelf('/nonexistent')
const house = composeHouse({ database, files, mode: 'real', outward, log: console.error })
// A short lease, so that the test need not wait a minute for what a killed process had in hand.
startWorker(database, house.jobs, { log: console.error, every: 50, leaseMs: 1_500 })
console.log('works')
