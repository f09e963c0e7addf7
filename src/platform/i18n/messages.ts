/** The languages in which everything that a person sees exists. Chinese comes first. */
export type Language = 'zh' | 'en'
export const languages: readonly Language[] = ['zh', 'en']

/** One text in every language. */
export type Text = Record<Language, string>

/** Texts of a slice: nested objects whose leaves are strings, or functions that return one. */
export type Texts<T> = Record<Language, T>

/** Declares texts. A key that one language lacks, or has too much, does not compile. */
export function messages<T extends object>(texts: { zh: T; en: NoInfer<T> }): Texts<T> {
  return texts
}

export function pick<T>(texts: Texts<T>, language: Language): T {
  return texts[language]
}

/** The language of an answer: the person's own choice (cookie), else what the browser asks for, else Chinese. */
export function languageOf(cookie: string | undefined, acceptLanguage: string | undefined): Language {
  if (cookie === 'zh' || cookie === 'en') return cookie
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh'
}
