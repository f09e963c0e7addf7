import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

test('a reader who has seen enough is no fault', async () => {
  const read =
    'for i in 1 2 3 4 5 6 7 8; do set -- "$@" samples/reports/demo-visit.txt; done; "$0" bin/run-command.mjs read --json "$@" | head -c 20'
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['-o', 'pipefail', '-c', read, process.execPath],
    { cwd: root },
  )
  expect(stdout).toHaveLength(20)
  expect(stderr).toBe('')
})
