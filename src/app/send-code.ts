import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'

/** Sends a code to a phone number; part of the transaction that keeps the code. */
export type CodeSender = (
  tx: Tx,
  sent: { county: string; phone: string; code: string; language: Language; now: Date },
) => Promise<void>

/**
 * How codes reach a telephone, or null where nothing sends short messages: then there is no page that needs one. In the
 * demo nobody's telephone rings; the code stands on the console, on the page of the requests.
 */
export function codeSender(mode: 'demo' | 'real'): CodeSender | null {
  return mode === 'demo' ? async () => {} : null
}
