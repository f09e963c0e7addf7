import type { ConsoleSlice } from '#ui/console-slice.ts'
import * as organisations from '../../slices/organisations/console/index.tsx'
import * as people from '../../slices/people/console/index.tsx'

/** The slices that have a console door, in the order of the house. Nothing else in the frame names a slice. */
export const slices: readonly ConsoleSlice[] = [organisations, people]
