import { type Day, dayOf } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { type EntryKind, entriesLike, entriesWith, entriesWithSome, type Found } from './directory-store.ts'
import { freshnessOf } from './freshness-store.ts'
import { lastChecks } from './service.ts'
import { soundOf } from './sound.ts'

/** A service or place that a search found. */
export interface Hit {
  kind: EntryKind
  id: string
  name: string
  /** Which of its further names the words meant; null where it was the name, or what is said of it. */
  calledAs: string | null
  /** `words`: holds all of them; `sound`: its name sounds like it; `some`: holds some of them. */
  by: 'words' | 'sound' | 'some'
}

/** What goes around the thing that somebody looks for: it says nothing of what it is. */
const around =
  /请问|我要|我想要?|想要|怎么(?:样|办理|办|申请|弄)?|如何|哪里|哪儿|在哪|(?:需|要)?(?:带|准备)?(?:些|什么|啥)(?:材料|证件|手续)?|可不可以|能不能|可以|有没有|多少钱|[吗呢吧啊？?！!。，,、]/gu
const shortestSound = 3

/**
 * What the public finds among services and places by what somebody types: words in Chinese or English, pinyin whole
 * or by initials; where those bring too few, names that sound like it (`法律元助`, `falvyuanzu`), and then what holds
 * some of the words of a sentence. At most `limit`, the best first. `today` decides what is hidden.
 */
export async function searchServices(
  tx: Tx,
  words: string,
  limit: number,
  today: Day = dayOf(new Date()),
): Promise<Hit[]> {
  const text = words.slice(0, 100).replaceAll('\0', '').trim()
  const { hidden } = lastChecks(today, await freshnessOf(tx))
  const wanted = text.replace(around, ' ').replace(/\s+/g, ' ').trim() || text
  const sound = soundOf(wanted)
  const hits = new Map<string, Hit>()
  const take = (found: readonly Found[], by: Hit['by']) => {
    for (const { kind, id, name, names } of found) {
      if (hits.size >= limit || hits.has(id)) continue
      hits.set(id, { kind, id, name, calledAs: calledAs(wanted, name, names), by })
    }
  }
  take(await entriesWith(tx, wanted, { hidden, limit, sound }), 'words')
  if (hits.size === 0 || (hits.size < limit && sound.length > shortestSound)) {
    if (sound.length >= shortestSound) take(await entriesLike(tx, sound, { hidden, limit }), 'sound')
  }
  const pairs = pairsOf(wanted)
  if (hits.size === 0 && pairs.length > 0) take(await entriesWithSome(tx, pairs, { hidden, limit }), 'some')
  return [...hits.values()]
}

function calledAs(text: string, name: string, names: readonly string[]): string | null {
  const said = text.replace(/\s/g, '').toLowerCase()
  if (name.toLowerCase().includes(said)) return null
  return names.find((one) => one.toLowerCase().includes(said)) ?? null
}

/** The neighbours of Han and the words of Latin letters, as the house keeps them among its terms. */
function pairsOf(text: string): string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]{2,}/gu) ?? []
  const pairs = found.flatMap((word) => {
    const characters = [...word]
    if (!/\p{Script=Han}/u.test(word)) return [word]
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
  })
  return [...new Set(pairs)].slice(0, 24)
}
