import type { ComponentType } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import type { ConsoleCommand } from '#ui/console-slice.ts'
import type { NavPage } from './pages.ts'

export interface PaletteItem {
  id: string
  title: string
  subtitle?: string
  icon?: ComponentType
  href: string
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '')

/** Whether all that was typed stands in one of the item's names, spaces and capitals aside. */
export function isMeant(typed: string, names: readonly (string | undefined)[]): boolean {
  const wanted = plain(typed)
  return names.some((name) => name !== undefined && plain(name).includes(wanted))
}

export function pageItems(pages: readonly NavPage[], typed: string, language: Language): PaletteItem[] {
  return pages
    .filter(({ nav }) => isMeant(typed, [nav.label.zh, nav.label.en, ...(nav.words?.split(' ') ?? [])]))
    .map(({ path, nav }) => ({
      id: `page-${path}`,
      title: nav.label[language],
      icon: nav.icon,
      href: `/${path}`,
    }))
}

export function commandItems(
  commands: readonly ConsoleCommand[],
  typed: string,
  language: Language,
): PaletteItem[] {
  return commands
    .filter(({ label, words }) => isMeant(typed, [label.zh, label.en, ...(words?.split(' ') ?? [])]))
    .map(({ id, label, icon, href }) => ({ id: `command-${id}`, title: label[language], icon, href }))
}
