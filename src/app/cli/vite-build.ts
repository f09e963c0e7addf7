import { build } from 'vite'
import { root } from './root.ts'

// A process of its own: `node vite-build.ts FOLDER`. Ends with whoever started it.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()

const outDir = process.argv[2]
if (!outDir) throw new Error('vite-build needs the folder to build into')
process.chdir(root)
await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: { outDir, emptyOutDir: true } })
