import type { ComponentType } from 'react'
import type { Text } from '#platform/i18n/messages.ts'

/**
 * What a slice shows at its console door (`src/slices/<slice>/console/index.tsx`). The door is loaded with
 * the frame, so it holds only these small lists; a page's code comes with `load`, when it is opened.
 */
export interface ConsoleSlice {
  pages: ConsolePage[]
  /** Things to do from anywhere, offered in the command palette. */
  commands?: ConsoleCommand[]
  /** How records of this slice are named and drawn in search results and links. */
  kinds?: Record<string, RecordKind>
  /** What this slice shows on the pages of other slices' records: the visits that came to an organisation. */
  panels?: RecordPanel[]
}

/** A part of the page of a record of another slice; it is loaded with that page and shows its own heading. */
export interface RecordPanel {
  /** The kind of record on whose page it stands. */
  on: string
  /** The permission without which it is not shown. */
  needs?: string
  load: () => Promise<{ default: ComponentType<{ id: string }> }>
}

export interface ConsolePage {
  /** As React Router writes it, without a leading slash: `followups/:id`. */
  path: string
  /** Of the document, until the page names its record with `Page`. */
  title: Text
  load: () => Promise<{ default: ComponentType }>
  /** The permission without which the page is neither offered nor opened. */
  needs?: string
  /** An entry in the navigation; pages of one record have none. */
  nav?: NavEntry
}

export interface NavEntry {
  label: Text
  /** A component of `@ant-design/icons`. */
  icon: ComponentType
  /** Position inside the group, small first. */
  order: number
  group: NavGroup
  /** Other words by which the palette finds the page: pinyin, its initials, what people used to call it. */
  words?: string
}

/** `daily` stands first and makes the bottom bar of a phone; `records` follows; `settings` comes last. */
export type NavGroup = 'daily' | 'records' | 'settings'

export interface ConsoleCommand {
  id: string
  label: Text
  /** Other words by which a reader may look for it; pinyin initials are welcome (`djdy`). */
  words?: string
  icon?: ComponentType
  needs?: string
  /** Where the command leads: a page or the page with a form opened (`/visits?new=1`). */
  href: string
}

export interface RecordKind {
  label: Text
  icon: ComponentType
}
