import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Checked, runTool } from './run-check.ts'
import { root } from './root.ts'

/** The part of vitest's JSON report that we count from. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * Runs one project of vitest.config.ts. A file that does not even load counts as a failure, and so does a run that
 * found nothing to do, broke off, or met an error outside of any test.
 */
export async function runVitest(project: string, words: string[]): Promise<Checked> {
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-report-'))
  try {
    const file = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const chosen = words.length > 0 ? ['--passWithNoTests', ...words] : []
    const args = [vitest, 'run', '--project', project, ...reporters, ...chosen]
    const { code, log } = await runTool(process.execPath, args)
    const report = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as Report,
      () => undefined,
    )
    if (!report) return { passed: 0, failed: code === 0 && chosen.length > 0 ? 0 : 1, skipped: 0, log }
    const unloaded = report.testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    )
    const failed = report.numFailedTests + unloaded.length
    const broken = code !== 0 || (report.numPassedTests === 0 && chosen.length === 0)
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && broken ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
      log,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
