import { serve } from '@hono/node-server'
import { connect } from '#platform/db/database.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { composeHouse } from '../../src/app/house.ts'
import { web } from '../../src/app/web.ts'

/** The house as a process of its own that a test may kill. Prints its port when it serves. */
const [databaseUrl = '', folder = ''] = process.argv.slice(2)
const database = connect(databaseUrl, { connections: 4 })
const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
serve({ fetch: web(house, { version: 'test' }).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(port)
})
