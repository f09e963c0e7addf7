import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'

/**
 * `daqiao bench [WORD…] [-FLAG…]`: runs every `bench/*.bench.ts`, or those whose name holds a word, each in a process of its
 * own and one after the other, since two would measure each other; flags are passed on. Fails when one of them fails.
 */
export async function run(args: string[]): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('-'))
  const flags = args.filter((arg) => arg.startsWith('-'))
  const all = (await readdir(join(root, 'bench'))).filter((name) => name.endsWith('.bench.ts')).sort()
  const chosen = all.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  if (chosen.length === 0) {
    console.error(`没有匹配的测量项。可用的有：\nNo such measurement. There are:\n  ${all.join('\n  ')}`)
    return 2
  }
  let failed = 0
  for (const name of chosen) {
    console.log(`\n── ${name.replace('.bench.ts', '')}`)
    if ((await runAlone(join(root, 'bench', name), flags)) !== 0) failed++
  }
  console.log(`\n${chosen.length - failed} measured, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

function runAlone(file: string, flags: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [file, ...flags], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
}
