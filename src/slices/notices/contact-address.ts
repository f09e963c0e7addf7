import type { OutwardName } from '#platform/notify/channel.ts'

/** Addresses of people, pure: page and server ask the same. */

/** The address in the one form in which it is kept, or null when it is none for this channel. */
export function addressOf(channel: OutwardName, text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  if (channel === 'smtp') return mailOf(plain)
  if (channel === 'sms') return mobileOf(plain)
  return /^[\w.@-]{1,64}$/.test(plain) ? plain : null
}

/** One address, no list of them and no comment: nothing that a mail's header could be ended with. */
function mailOf(text: string): string | null {
  const [, local, domain] = /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([A-Za-z0-9.-]{1,190})$/.exec(text) ?? []
  if (!local || !domain || /^[.-]|\.\.|[.-]$/.test(domain) || !domain.includes('.')) return null
  return `${local}@${domain.toLowerCase()}`
}

/** Mobiles of the mainland, Hong Kong and Macau; others with their country's code. */
function mobileOf(text: string): string | null {
  if (!/^\+?[\d\s()-]{5,24}$/.test(text)) return null
  const abroad = /^(?:\+|00)/.test(text)
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  const home = digits.replace(/^86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(home)) return home
  if (/^852[4-9]\d{7}$/.test(digits) || /^8536\d{7}$/.test(digits)) return `+${digits}`
  return abroad && !digits.startsWith('86') && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
}
