import type { Language } from '../i18n/messages.ts'

/** Ways out of this machine. */
export const outwardNames = ['wecom', 'sms', 'smtp'] as const
export type OutwardName = (typeof outwardNames)[number]

/** Every way by which somebody may be told: on the page, outward, or by a person who calls. */
export const channelNames = ['page', ...outwardNames, 'call'] as const
export type ChannelName = (typeof channelNames)[number]

/** A message on its way to one address. */
export interface Outgoing {
  /** The same at every attempt: who receives it twice knows that it is one message. */
  id: string
  to: string
  name: string
  language: Language
  title: string
  text: string
  /** What kind of notice it is, and its values one by one: providers that take approved templates fill theirs. */
  template: string
  values: readonly Readonly<Record<string, string | number | null>>[]
}

/** Why something was not sent, as a code that every language has words for. */
export const faults = [
  'no-such-address',
  'refused',
  'busy',
  'unreachable',
  'too-slow',
  'server-fault',
  'login',
  'address-stopped',
  'channel-off',
  'reported',
] as const
export type Fault = (typeof faults)[number]

/** What came of an attempt. `detail` is the other side's code (`550 5.1.1`), never the message's words. */
export type Outcome =
  | { state: 'sent'; detail: string }
  /** This message was not wanted; another may be. */
  | { state: 'refused'; fault: Fault; detail: string }
  /** This address does not exist: nothing more is sent there. */
  | { state: 'bounced'; fault: Fault; detail: string }
  /** Not now: it is tried again, no earlier than after so many milliseconds. */
  | { state: 'later'; fault: Fault; detail: string; after?: number }

export interface Channel {
  send(message: Outgoing, signal: AbortSignal): Promise<Outcome>
}

/** `held`: everything is written as if it were sent, and nothing leaves the machine (a demo). */
export interface Outward {
  held: boolean
  channels: Partial<Record<OutwardName, Channel>>
}

/** Whether a notice can be given this way here. */
export function isOpen(outward: Outward, name: OutwardName): boolean {
  return outward.held || outward.channels[name] !== undefined
}
