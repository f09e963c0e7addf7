import type { RecordKind } from '#ui/console-slice.ts'
import { slices } from './slices.ts'

/** How each kind of record is named and drawn, of all slices together. */
export const kinds: Record<string, RecordKind> = Object.assign(
  {},
  ...slices.map((slice) => slice.kinds ?? {}),
)
