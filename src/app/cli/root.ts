import { fileURLToPath } from 'node:url'

/** The folder of the whole project, wherever it was called from. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))
