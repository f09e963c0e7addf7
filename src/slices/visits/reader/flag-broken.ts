import type { Edit } from './edited-text.ts'
import { HAN } from './han.ts'

const BROKEN = new RegExp(
  `(?:\\ufffd|[\\ue000-\\uf8ff]|锟斤拷|烫烫烫|屯屯屯|[ÃÂÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ]\\?|(?<=[${HAN}])\\?(?=[${HAN}]))+`,
  'g',
)

const MAY_BE_BROKEN = /[\ufffd\ue000-\uf8ff?锟烫屯]/

/** Characters that an earlier step destroyed. They are flagged and stay: nobody knows what they were. */
export function findBroken(text: string): Edit[] {
  if (!MAY_BE_BROKEN.test(text)) return []
  const found: Edit[] = []
  for (const match of text.matchAll(BROKEN)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      after: match[0],
      kind: 'broken-character',
    })
  }
  return found
}
