import { buildConsole } from '../src/app/cli/build-console.ts'
import { entryWeight } from '../src/app/entry-weight.ts'
import { type Figure, printFigures } from './figure.ts'

/** The compressed script and styles that the console's first page needs: the frame, Today, and all that they import. */
async function measureFirstLoad(): Promise<Figure[]> {
  const { scripts, styles } = await entryWeight('dist/console')
  return [
    { name: 'console first load, compressed script', value: scripts / 1024, unit: 'KB', target: 400 },
    { name: 'console first load, compressed styles', value: styles / 1024, unit: 'KB', target: 40 },
  ]
}

await buildConsole({ log: console.log, signal: new AbortController().signal })
printFigures(await measureFirstLoad())
