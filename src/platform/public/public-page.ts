import type { ReactNode } from 'react'
import type { Actor } from '../auth/actor.ts'
import type { CommandRunner } from '../commands/run-command.ts'
import type { Tx } from '../db/database.ts'
import type { Language, Text } from '../i18n/messages.ts'
import type { Limit, Visitor } from './visitor-store.ts'

/** How a public page is looked at: it stands in its address, so that every link keeps it. */
export interface PublicMode {
  language: Language
  /** The screen in the hall: large targets, nothing that leads outside, home again when nobody touches it. */
  kiosk: boolean
}

/** What a public page has in hand. */
export interface PublicAsked extends PublicMode {
  tx: Tx
  county: string
  /** The public: holds what a visitor may do, and nothing else. */
  actor: Actor
  /** The day in China. */
  today: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The address of a public page in the same language and mode: `link('/places')`. */
  link(path: string): string
  /** The whole address of it, for whoever is told of it elsewhere. */
  whole(path: string): string
}

/** What a page shows. The frame puts its heading, its way back and the rest around it. */
export interface PublicView {
  /** The heading, and the title of the document. */
  title: string
  /** One or two sentences for search engines and for whoever is sent the link. */
  description?: string
  /** Pages above it, from the home page down: label and path. */
  above?: readonly { title: string; path: string }[]
  main: ReactNode
  /** The record that it is about: later slices may have something to add. */
  record?: { kind: string; id: string }
  /** For schema.org, as JSON-LD. */
  data?: Readonly<Record<string, unknown>>
  /** Where something in the form is wrong: said in the title too, for those who hear the page. */
  faulty?: boolean
  /** The heading is a part of `main` (the question of a form is its own heading). */
  ownHeading?: boolean
  status?: number
}

/** A page that is the same for everyone who may look. It is made once for each version of the county's content. */
export interface PublicPage {
  /** Below the public door: `/places/:place`. */
  path: string
  /** The page, or null where there is none. */
  show(asked: PublicAsked): Promise<PublicView | null>
  /** What of its query it looks at; anything else is passed over, and makes no other page. */
  asks?: readonly string[]
  /** Answers differ without end (a search): made anew each time. */
  searches?: true
}

/** What a form has in hand besides: who fills it in, and what they typed. */
export interface FormAsked extends Omit<PublicAsked, 'tx'> {
  now: Date
  /** In the demo a visitor reads codes on the console. */
  demo: boolean
  visitor: Visitor | null
  fields: URLSearchParams
  /** Null the first time. */
  again: Again | null
  ask<Answer>(question: (tx: Tx) => Promise<Answer>): Promise<Answer>
  commands: CommandRunner
  /** Keeps something of the visitor, whose session begins with it where they had none. */
  keep(change: { draft?: Record<string, unknown>; opened?: string; phone?: string }): Promise<void>
  /** Counts one more by this key, or by the address that it comes from; false when it is beyond the limit. */
  within(limit: Limit, key?: string): Promise<boolean>
}

/** A field that is wrong, and what to do about it. */
export interface Fault {
  /** The id of the field. */
  field: string
  text: string
}

/** What was wrong the last time, and what had been typed: the same page shows both, once. */
export interface Again {
  faults: Fault[]
  typed: Record<string, string>
}

/**
 * After a form: the page that comes next, or the same one again. It is always gone to, never shown at once: else the
 * way back would ask whether to send it a second time, and some browsers inside of chat apps cannot even ask.
 */
export type FormOutcome = { goTo: string } | { again: Again }

/** A page of one visitor: kept by nobody. */
export interface PublicForm {
  path: string
  show(asked: FormAsked): Promise<PublicView | { goTo: string } | null>
  /** The page that shows what is wrong, where it is another one. */
  again?: string
  /** What happens when it is sent. */
  send?(asked: FormAsked): Promise<FormOutcome>
}

/** Something that the search of the public pages finds. */
export interface PublicFound {
  title: string
  path: string
  /** What it is and where, in a line. */
  note: string
}

/** What a slice shows to everyone, and what a visitor may do with it. */
export interface PublicDoor {
  pages?: readonly PublicPage[]
  forms?: readonly PublicForm[]
  /** The permissions that the public holds. */
  may?: readonly string[]
  /** A door on the home page, the first one first. */
  home?: readonly { title: Text; lead: Text; path: string; order: number }[]
  /** By plain words, pinyin or initials; the best first, at most `limit`. */
  search?: { heading: Text; find(asked: PublicAsked, words: string, limit: number): Promise<PublicFound[]> }
  /** What this slice adds to the page of an earlier one's record: the services that are given at a place. */
  panels?: readonly {
    on: string
    show(asked: PublicAsked, id: string): Promise<{ heading: string; main: ReactNode } | null>
  }[]
  /** What stands on the page of somebody who proved to hold this phone number. */
  mine?(asked: PublicAsked, phone: string): Promise<{ heading: string; main: ReactNode } | null>
}
