import type { Language } from '#platform/i18n/messages.ts'
import type { Outward } from '#platform/notify/channel.ts'
import { newId } from '#platform/records/new-id.ts'
import { dialled } from '#slices/places/contract'
import { myMessages } from './public/my-messages.ts'

/** Sends a code to a phone number. Says whether it was taken on its way. */
export type CodeSender = (sent: { phone: string; code: string; language: Language }) => Promise<boolean>

/**
 * How codes reach a telephone: by the county's gateway for short messages, past the outbox, which would keep the code.
 * Null where there is no gateway: then there is no page that needs one. In the demo nobody's telephone rings; the code
 * stands on the console, on the page of the requests.
 */
export function codeSender({ held, channels }: Outward): CodeSender | null {
  if (held) return async () => true
  const { sms } = channels
  if (!sms) return null
  return async ({ phone, code, language }) => {
    const t = myMessages[language]
    const message = {
      id: newId(),
      to: dialled(phone),
      name: '',
      language,
      title: t.smsTitle,
      text: t.smsText(code),
      template: 'visitor.code',
      values: [{ code, minutes: 10 }],
    }
    return (await sms.send(message, new AbortController().signal)).state === 'sent'
  }
}
