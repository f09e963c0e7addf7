import { join } from 'node:path'
import { type Checked, runCheck } from './run-check.ts'
import { runVitest } from './run-vitest.ts'
import { root } from './root.ts'

interface Step {
  name: string
  run(): Promise<Checked>
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)
const cruise = (config: string, ...folders: string[]) =>
  runCheck(bin('depcruise'), ['--config', config, '--output-type', 'err-long', ...folders])

const checks: Step[] = [
  { name: 'types', run: () => runCheck(bin('tsc'), ['--noEmit', '-p', '.']) },
  { name: 'format', run: () => runCheck(bin('biome'), ['format', '.']) },
  { name: 'lint', run: () => runCheck(bin('oxlint'), ['--type-aware', '--deny-warnings']) },
  { name: 'architecture', run: () => cruise('.dependency-cruiser.cjs', 'src', 'bin', 'test', 'bench') },
  { name: 'browser code', run: () => cruise('.dependency-cruiser.browser.cjs', 'src') },
]

/**
 * `daqiao test`: every check, then every test, then every journey, all of them even where one fails. Each check counts
 * as one, each test and journey as one. `daqiao test WORD…` runs only the test files whose path holds a word.
 */
export async function run(words: string[]): Promise<number> {
  process.env.NODE_ENV = 'test'
  const tests: Step[] = [
    { name: 'tests', run: () => runVitest('tests', words) },
    { name: 'journeys', run: () => runVitest('journeys', words) },
  ]
  const begun = Date.now()
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of words.length > 0 ? tests : [...checks, ...tests]) {
    const result = await announce(step)
    total.passed += result.passed
    total.failed += result.failed
    total.skipped += result.skipped
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`\n${seconds(Date.now() - begun)} in all${skipped}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}

async function announce(step: Step): Promise<Checked> {
  const begun = Date.now()
  const result = await step.run()
  const good = result.failed === 0
  const counted =
    result.passed + result.failed > 1 ? `, ${result.passed} of ${result.passed + result.failed}` : ''
  console.log(`${good ? '✓' : '✗'} ${step.name} (${seconds(Date.now() - begun)}${counted})`)
  if (!good) console.log(`\n${result.log.trim()}\n`)
  return result
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
