import { Problem } from './problem.ts'

/** What stands there now where somebody was quicker. */
export interface Conflict<Item extends string = string> {
  item: Item
  /** In words. */
  now: string | null
  by: string | null
  at: string | null
}

/** How a slice calls the items of its records, and nothing. */
interface ItemWords<Item extends string> {
  items: Record<Item, string>
  nothing: string
}

/** Somebody changed the same items meanwhile: `<record>.changed`, with what stands there now and who put it there. */
export function changedMeanwhile<Item extends string>(
  record: string,
  conflicts: readonly Conflict<Item>[],
  words: { zh: ItemWords<Item>; en: ItemWords<Item> },
): Problem {
  const zh = conflicts.map(
    ({ item, now, by }) => `${words.zh.items[item]}：${now ?? words.zh.nothing}${by ? `（${by}）` : ''}`,
  )
  const en = conflicts.map(
    ({ item, now, by }) => `${words.en.items[item]}: ${now ?? words.en.nothing}${by ? ` (${by})` : ''}`,
  )
  return new Problem(
    409,
    `${record}.changed`,
    {
      zh: {
        title: '这几项刚刚被别人改过',
        detail: `没有做任何改动。现在的内容是 ${zh.join('；')}。请核对后再提交。`,
      },
      en: {
        title: 'Somebody has just changed the same thing',
        detail: `Nothing was changed. What stands there now: ${en.join('; ')}. Look at it and send again.`,
      },
    },
    { conflicts },
  )
}

/** What was sent is what stands there: `<record>.nothing-changed`. */
export function nothingChangedIn(record: string): Problem {
  return new Problem(400, `${record}.nothing-changed`, {
    zh: { title: '没有改动', detail: '提交的内容与现在的一样，没有保存。' },
    en: { title: 'Nothing is different', detail: 'What you sent is what stands there; nothing was saved.' },
  })
}
