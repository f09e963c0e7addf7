import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/database.ts'
import type { Text } from '../i18n/messages.ts'

/** Points at any record: evidence, follow-ups, timelines, search results and report cells use it. */
export interface RecordRef {
  kind: string
  id: string
}

/** How a record shows itself wherever it is pointed at. `title` and `subtitle` are in the reader's language. */
export interface RecordCard extends RecordRef {
  title: string
  subtitle: string
  /** Its page on the console. */
  href: string
}

/** What a slice says of one kind of record in its manifest. */
export interface RecordKind {
  kind: string
  name: Text
  /** Shows those of the ids that exist and that the actor may see; others are left out. */
  show(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordCard[]>
  /** Finds by Chinese, pinyin or initials; at most `limit`. Left out where a kind is not searched. */
  find?(tx: Tx, actor: Actor, text: string, limit: number): Promise<RecordCard[]>
}
