import { TableFault } from '#platform/import/table.ts'
import { tableUnread } from './import-problems.ts'

/** What goes wrong with a table, as a `Problem`. */
export async function told<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof TableFault ? tableUnread(error.code) : error
  }
}
