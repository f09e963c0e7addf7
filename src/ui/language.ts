import { type Language, pick, type Texts } from '#platform/i18n/messages.ts'
import { usePreferences } from './preferences.ts'

export function useLanguage(): Language {
  return usePreferences().language
}

/** The catalogue in the reader's language: `const t = useTexts(followupMessages)`. */
export function useTexts<T>(catalogue: Texts<T>): T {
  return pick(catalogue, useLanguage())
}
