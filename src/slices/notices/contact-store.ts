import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { OutwardName } from '#platform/notify/channel.ts'
import type { NoticeSettings } from './notice-settings.ts'
import { usualSettings } from './notice-settings.ts'

export interface ContactRow {
  person: string
  channel: OutwardName
  address: string
  language: Language
  at: string
}

type ContactTables = {
  contactAddresses: ContactRow & { county: string; setBy: string | null }
  noticeSettings: NoticeSettings & { county: string; setBy: string | null; at: string }
}

const tables = (tx: Tx) => tx.withTables<ContactTables>()

export function contactsOf(tx: Tx, people: readonly string[]): Promise<ContactRow[]> {
  if (people.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('contactAddresses')
    .select(['person', 'channel', 'address', 'language', 'at'])
    .where('person', 'in', people)
    .execute()
}

export async function writeContact(
  tx: Tx,
  contact: Omit<ContactTables['contactAddresses'], 'at'> & { at: string },
): Promise<void> {
  const { address, language, setBy, at } = contact
  await tables(tx)
    .insertInto('contactAddresses')
    .values(contact)
    .onConflict((conflict) =>
      conflict.columns(['county', 'person', 'channel']).doUpdateSet({ address, language, setBy, at }),
    )
    .execute()
}

export async function dropContact(tx: Tx, person: string, channel: OutwardName): Promise<void> {
  await tables(tx)
    .deleteFrom('contactAddresses')
    .where('person', '=', person)
    .where('channel', '=', channel)
    .execute()
}

/** What the county has decided, or what is usual. */
export async function settingsOf(
  tx: Tx,
): Promise<NoticeSettings & { setBy: string | null; at: string | null }> {
  const row = await tables(tx).selectFrom('noticeSettings').selectAll().executeTakeFirst()
  return row ?? { ...usualSettings, setBy: null, at: null }
}

export async function writeSettings(tx: Tx, settings: ContactTables['noticeSettings']): Promise<void> {
  const { county: _, ...rest } = settings
  await tables(tx)
    .insertInto('noticeSettings')
    .values(settings)
    .onConflict((conflict) => conflict.column('county').doUpdateSet(rest))
    .execute()
}
