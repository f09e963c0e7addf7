/** The `lang` of words that were typed by people, whatever language the page is in: Chinese where Han stands in them. */
export function languageOf(words: string): 'zh-Hans' | undefined {
  return /\p{Script=Han}/u.test(words) ? 'zh-Hans' : undefined
}
