import type { RecordRef } from '../records/record.ts'

/** What a command says happened. It is stored beside the command's rows, in the same transaction. */
export interface EventDraft {
  /** `visit.confirmed`: noun, past verb. */
  name: string
  about: RecordRef
  /** The organisation on whose behalf it was done. Left out: the first one where the person holds a role. */
  organisation?: string | null
  /** What a reader of the history or a handler in another slice needs, and no more. */
  data: Record<string, unknown>
}

/** An event as it goes into the ledger, and to those who handle it. */
export interface NewEvent extends EventDraft {
  county: string
  id: string
  at: string
  command: string
  person: string | null
  organisation: string | null
}

/** An event as it stands in the ledger; `position` is its place among all of them. */
export type StoredEvent = Omit<NewEvent, 'county'> & { position: number }
