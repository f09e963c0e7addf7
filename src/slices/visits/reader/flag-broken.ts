import type { Edit } from './edited-text.ts'
import { HAN } from './han.ts'

const BROKEN = new RegExp(
  `(?:\\ufffd|[\\ue000-\\uf8ff]|锟斤拷|烫烫烫|屯屯屯|[ÃÂÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ]\\?|(?<=[${HAN}])\\?(?=[${HAN}]))`,
  'g',
)

const MAY_BE_BROKEN = /[\ufffd\ue000-\uf8ff?锟烫屯]/

/** Characters that an earlier step destroyed. They are flagged and stay: nobody knows what they were. */
export function findBroken(text: string): Edit[] {
  if (!MAY_BE_BROKEN.test(text)) return []
  const found: Edit[] = []
  for (const match of text.matchAll(BROKEN)) {
    const end = match.index + match[0].length
    const last = found.at(-1)
    if (last?.end === match.index) last.end = end
    else found.push({ start: match.index, end, after: '', kind: 'broken-character' })
  }
  for (const flag of found) flag.after = text.slice(flag.start, flag.end)
  return found
}
