import type { ConsoleSlice } from '#ui/console-slice.ts'

/** The slices that have a console door, in the order of the house. Nothing else in the frame names a slice. */
export const slices: readonly ConsoleSlice[] = []
