/** What a notice is made of, in words that page and server share. Pure. */

export const outboxStates = ['waiting', 'sent', 'held', 'refused', 'bounced', 'given-up', 'dropped'] as const
export type OutboxState = (typeof outboxStates)[number]

export const urgencyNames = ['urgent', 'normal', 'low'] as const
export const alarmWhys = ['nobody-known', 'no-way', 'all-failed', 'unread'] as const
export const callOutcomes = ['told', 'not-reached', 'given-up'] as const

export const longest = { address: 254, note: 200 } as const

/** What did not arrive for good may be sent once more; what seems to have arrived may have come back. */
export function actionsOn(delivery: { channel: string; state: OutboxState }): ('again' | 'bounced')[] {
  if (delivery.channel === 'page' || delivery.channel === 'call') return []
  if (delivery.state === 'refused' || delivery.state === 'bounced' || delivery.state === 'given-up')
    return ['again']
  return delivery.state === 'sent' ? ['bounced'] : []
}
