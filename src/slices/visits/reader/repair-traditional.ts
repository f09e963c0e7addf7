import { toSimplified } from './dictionaries.ts'
import type { Edit } from './edited-text.ts'
import { isHan } from './han.ts'

/** One of these stands in any Traditional text of some length; without one the dictionary is not loaded. */
const COMMON =
  '們個來業發縣會東國務動導進組織記黨總區員長門開關問間題點還這過對為與實際產學習時說話議義區書報場將幾從兩單雙頭體樣機構構環經濟統領調變讓設計認識講許論證評試該詳語誠請諸謝護讀貢財責貫貨質費資賞賽贊趙車軍輕較輔輩輸轉辦農運達違遠適選遲鄉鄧鄭釋針鐘鋼錄錢鋒鎮鐵錦陽陳陰陸隊階隨險難電靈靜韓響頁頂項順須預頗領頭頻顆題額顏願類顧風飛飯飲館馬駐騎驗驚髮鬥魚鮮鳥鳳鳴麗麥黃龍龐園圍圓團塊塗壇壓壞壯聲處備複夠夢夾奪奮婦媽孫寧寶審寫寬導層屬歲崗嶺島師帶幫幹廠廣廳張強彈歸當徵徹憂慮慶應懷態憑懇戰戲戶拋挾捨掃掛採換揮損搖搶撥撫撲擁擇擊擔據擠擬擴攔敗敵數斷無舊曉曆暫極榮樂樓標樹橋檔檢權歡歷殘氣決沒況淚淨淺減測湯準溝溫滅滿漁漢潔潛澤濃濕濟營燈爐爭爾牆狀猶獎獨獲獻瑪環畫異療盡監盤眾瞭碼確礎禮禍種稱穀積穩窮竊競筆節範築簡籌籃糧級紀約紅納純紙紛細終給絡絕結綠維網緊線緒練縮績繁繼續罰羅習聖聞聯聰職肅腦臉臨興舉艦藝藥蘇蘭虛號術衛衝補裝見規視親覺觀觸訂訊訓訪'
const common = new Set(COMMON)
/** Traditional by the table, yet at home in Simplified text too. */
const AMBIGUOUS = new Set('著乾於徵瞭藉夥麼麽昇陞甯祇鍾覆')
const isTraditional = new Map<string, boolean>()

const ZHE_VERBS = '沿围隨随接本向朝顺順有意带帶跟看沈沉走说說笑伴穿冒迎踏拿抱望'
const ZHE_NOUNS = '力眼重手實实想急陸陆'
const ZHE = new RegExp(`[${ZHE_VERBS}]著(?![名作称稱述錄录书書者])|著(?=[${ZHE_NOUNS}])`, 'g')

/** Traditional to Simplified, one edit for each character that changes; wording is left as it is. */
export function findTraditional(text: string): Edit[] {
  if (!looksTraditional(text)) return findZhe(text, [])
  const found: Edit[] = []
  let start = 0
  while (start < text.length) {
    const end = endOfPiece(text, start)
    compare(text.slice(start, end), start, found)
    start = end
  }
  return findZhe(text, found)
}

/** Two different characters: one alone may be a name or a sign kept on purpose. */
function looksTraditional(text: string): boolean {
  let hint = false
  for (let at = 0; at < text.length && !hint; at++) hint = common.has(text[at]!)
  if (!hint) return false
  const seen = new Set<string>()
  for (const character of text) {
    if (!isHan(character[0]) || AMBIGUOUS.has(character) || seen.has(character)) continue
    let known = isTraditional.get(character)
    if (known === undefined) {
      known = toSimplified(character) !== character
      isTraditional.set(character, known)
    }
    if (known) seen.add(character)
    if (seen.size >= 2) return true
  }
  return false
}

const PIECE = 400

/** Pieces end at punctuation, so that no phrase is cut; a run without any is cut at a fixed length. */
function endOfPiece(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (at - start >= PIECE) return /[\ud800-\udbff]/.test(text[at - 1]!) ? at + 1 : at
    if ('。，；\n'.includes(text[at]!)) return at + 1
  }
  return text.length
}

function compare(piece: string, offset: number, found: Edit[]): void {
  const converted = toSimplified(piece)
  if (converted === piece) return
  if (converted.length === piece.length) return compareUnits(piece, converted, offset, found)
  const before = [...piece]
  let after = [...converted]
  if (before.length !== after.length) after = before.map((character) => toSimplified(character))
  let at = offset
  for (let i = 0; i < before.length; i++) {
    const end = at + before[i]!.length
    if (before[i] !== after[i] && isHan(before[i]![0]))
      found.push({ start: at, end, after: after[i]!, kind: 'traditional' })
    at = end
  }
}

function compareUnits(piece: string, converted: string, offset: number, found: Edit[]): void {
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] === converted[at]) continue
    const pair = isHighSurrogate(piece, at) || isHighSurrogate(converted, at)
    const start = isLowSurrogate(piece, at) ? at - 1 : at
    const end = pair ? at + 2 : at + 1
    if (isHan(piece[at]))
      found.push({
        start: offset + start,
        end: offset + end,
        after: converted.slice(start, end),
        kind: 'traditional',
      })
    at = end - 1
  }
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000
}

/** What the dictionary leaves: 看著, 沿著, and 著力 in text that somebody else converted. */
function findZhe(text: string, found: Edit[]): Edit[] {
  if (!text.includes('著')) return found
  const taken = new Map(found.map((one) => [one.start, one]))
  let added = false
  for (const match of text.matchAll(ZHE)) {
    const at = match.index + match[0].length - 1
    const earlier = taken.get(at)
    if (earlier) earlier.after = '着'
    else {
      found.push({ start: at, end: at + 1, after: '着', kind: 'traditional' })
      added = true
    }
  }
  return added ? found.sort((a, b) => a.start - b.start) : found
}
