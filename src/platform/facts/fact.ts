import type { Text } from '../i18n/messages.ts'

/**
 * Something countable that happens. Its view has this one shape:
 * `county text, day date, amount numeric, organisation uuid, place uuid, programme uuid, record_kind text, record_id uuid`
 * (the last four may be null but the record may not). Every figure anywhere is a sum over such rows, and opens them.
 * The view is made `with (security_invoker)`, so that row-level security holds through it.
 */
export interface FactDefinition {
  /** `followup.closed`. */
  name: string
  /** `fact_followup_closed`: owned by the slice, made in its migration. */
  view: `fact_${string}`
  title: Text
  /** What is counted, in one sentence. */
  definition: Text
  unit: Text
  /** Who may see the figure: a permission; its reach narrows the rows to the actor's organisations. */
  permission: string
}
