import type { Tx } from '../db/database.ts'
import type { Language } from '../i18n/messages.ts'
import { enqueue } from '../jobs/job-store.ts'
import { newId } from '../records/new-id.ts'
import type { RecordRef } from '../records/record.ts'
import { insertDeliveries, insertNotices, type Urgency } from './notice-store.ts'
import type { Template, Values, ValueKind, ValuesOf } from './template.ts'

/** Who shall be told: an account, or somebody without one, by what is known of them. */
export type Recipient =
  | { person: string }
  | { name: string; phone?: string | null; email?: string | null; language?: Language }

export interface Notification<Kinds extends Record<string, ValueKind>> {
  /** Nobody at all is an alarm: whoever looks after the organisation learns that there was nobody to tell. */
  to: readonly Recipient[]
  template: Template<Kinds>
  values: ValuesOf<Kinds>
  about: RecordRef | null
  /** `urgent` goes out by every way and at night; `low` stands on the page and goes nowhere. `normal` unless told. */
  urgency?: Urgency
  /** On whose behalf; its people look after what reaches nobody. */
  organisation?: string | null
  now?: Date
}

/** The job that says by which ways each notice goes; the slice `notices` does it. */
export const planJob = 'notice.plan'

/**
 * Tells people something, in the transaction in which it happens: if that does not come to its end, nobody is told.
 * Accounts see it on their page at once; what leaves the machine is sent afterwards. Returns the matter's id.
 */
export async function notify<Kinds extends Record<string, ValueKind>>(
  tx: Tx,
  notification: Notification<Kinds>,
): Promise<{ matter: string }> {
  const {
    to,
    template,
    values,
    about,
    urgency = 'normal',
    organisation = null,
    now = new Date(),
  } = notification
  const matter = newId(now)
  const at = now.toISOString()
  const recipients = eachOnce(to)
  const nobody = { person: null, name: null, email: null, phone: null, language: 'zh' as const }
  const rows = (recipients.length === 0 ? [nobody] : recipients.map(asRow)).map((recipient, i) => ({
    ...recipient,
    // A matter is called by its first notice.
    id: i === 0 ? matter : newId(now),
    matter,
    template: template.name,
    values: values as Values,
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    urgency,
    organisation,
    at,
  }))
  await insertNotices(tx, rows)
  const onPage = rows.filter(({ person }) => person !== null)
  await insertDeliveries(
    tx,
    onPage.map(({ id }) => ({
      id: newId(now),
      notice: id,
      channel: 'page',
      template: template.name,
      organisation,
      address: null,
      state: 'sent',
      dueAt: at,
      at,
    })),
  )
  await enqueue(tx, { kind: planJob, payload: { matter }, now, dueAt: now })
  return { matter }
}

function asRow(recipient: Recipient) {
  if ('person' in recipient) {
    return { person: recipient.person, name: null, email: null, phone: null, language: 'zh' as const }
  }
  const { name, email = null, phone = null, language = 'zh' } = recipient
  return { person: null, name, email, phone, language }
}

function eachOnce(to: readonly Recipient[]): Recipient[] {
  return [...new Map(to.map((one) => ['person' in one ? one.person : JSON.stringify(one), one])).values()]
}
