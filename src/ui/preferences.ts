import { useSyncExternalStore } from 'react'
import type { Language } from '#platform/i18n/messages.ts'

/** What a reader has chosen for every page: it lives in cookies, so that the server's texts follow it. */
export interface Preferences {
  language: Language
  elder: boolean
  /** Single letters (j, k, x, ?) act as shortcuts; a reader who dictates or trembles turns them off. */
  letterKeys: boolean
}

const year = 60 * 60 * 24 * 365
const names = {
  language: 'daqiao_language',
  elder: 'daqiao_elder',
  letterKeys: 'daqiao_letter_keys',
} as const

function readCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

function writeCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers a county has.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`
}

function firstLanguage(): Language {
  const chosen = readCookie(names.language)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.languages.some((tag) => tag.startsWith('zh')) ? 'zh' : 'en'
}

function read(): Preferences {
  return {
    language: firstLanguage(),
    elder: readCookie(names.elder) === '1',
    letterKeys: readCookie(names.letterKeys) !== '0',
  }
}

let current: Preferences =
  typeof document === 'undefined' ? { language: 'zh', elder: false, letterKeys: true } : read()
const listeners = new Set<() => void>()

/** The choices as they stand now, for code that is not a component. */
export function preferences(): Preferences {
  return current
}

/** Changes one or more choices, remembers them for a year and tells every component that reads them. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  if (change.language) writeCookie(names.language, change.language)
  if (change.elder !== undefined) writeCookie(names.elder, change.elder ? '1' : '0')
  if (change.letterKeys !== undefined) writeCookie(names.letterKeys, change.letterKeys ? '1' : '0')
  showPreferences()
  for (const listener of listeners) listener()
}

/** Writes language and density on the root element, where CSS and assistive technology look for them. */
export function showPreferences(): void {
  const root = document.documentElement
  root.lang = current.language === 'zh' ? 'zh-Hans' : 'en'
  root.toggleAttribute('data-elder', current.elder)
}

/** Calls `listener` after every change; returns the way to stop. */
export function onPreference(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreference, preferences, preferences)
}
