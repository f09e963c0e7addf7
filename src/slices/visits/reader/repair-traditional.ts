import { toSimplified } from './dictionaries.ts'
import type { Edit } from './edited-text.ts'

/** One of these stands in any Traditional text of some length; without one the dictionary is not loaded. */
const COMMON =
  '們個來業發縣會東國務動導進組織記黨總區員長門開關問間題點還這過對為與實際產學習時說話議義區書報場將幾從兩單雙頭體樣機構構環經濟統領調變讓設計認識講許論證評試該詳語誠請諸謝護讀貢財責貫貨質費資賞賽贊趙車軍輕較輔輩輸轉辦農運達違遠適選遲鄉鄧鄭釋針鐘鋼錄錢鋒鎮鐵錦陽陳陰陸隊階隨險難電靈靜韓響頁頂項順須預頗領頭頻顆題額顏願類顧風飛飯飲館馬駐騎驗驚髮鬥魚鮮鳥鳳鳴麗麥黃龍龐園圍圓團塊塗壇壓壞壯聲處備複夠夢夾奪奮婦媽孫寧寶審寫寬導層屬歲崗嶺島師帶幫幹廠廣廳張強彈歸當徵徹憂慮慶應懷態憑懇戰戲戶拋挾捨掃掛採換揮損搖搶撥撫撲擁擇擊擔據擠擬擴攔敗敵數斷無舊曉曆暫極榮樂樓標樹橋檔檢權歡歷殘氣決沒況淚淨淺減測湯準溝溫滅滿漁漢潔潛澤濃濕濟營燈爐爭爾牆狀猶獎獨獲獻瑪環畫異療盡監盤眾瞭碼確礎禮禍種稱穀積穩窮竊競筆節範築簡籌籃糧級紀約紅納純紙紛細終給絡絕結綠維網緊線緒練縮績繁繼續罰羅習聖聞聯聰職肅腦臉臨興舉艦藝藥蘇蘭虛號術衛衝補裝見規視親覺觀觸訂訊訓訪'
const HINT = new RegExp(`[${COMMON}]`)
/** Traditional by the table, yet at home in Simplified text too. */
const AMBIGUOUS = new Set('著乾於徵瞭藉夥麼麽昇陞甯祇鍾覆')

const ZHE_VERBS =
  '沿围圍隨随接本向朝顺順有意味带帶跟看沈沉走说說笑伴穿冒迎踏拿抱望坐站拉握牵牽抓捧指听聽唱活忙等盼想惦蕴蘊承载載怀懷揣肩挑扛紧緊奔照凭憑靠依循借藉衬襯映执執'
const ZHE_NOUNS = '力眼重手實实想急陸陆落裝装'
const ZHE = new RegExp(
  `[${ZHE_VERBS}]著(?![名作称稱述錄录书書者])|(?<![名原巨论論专專编編译譯合])著(?=[${ZHE_NOUNS}])`,
  'g',
)

/** Traditional to Simplified, one edit for each character that changes; wording is left as it is. */
export function findTraditional(text: string): Edit[] {
  const found: Edit[] = []
  if (HINT.test(text)) {
    const simplified = toSimplified(text)
    if (isTraditional(text, simplified)) compare(text, simplified, found)
  }
  return found.length > 0 ? found : findZhe(text)
}

/** Two different characters: one alone may be a name or a sign kept on purpose. */
function isTraditional(text: string, simplified: string): boolean {
  let first = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] === simplified[at] || AMBIGUOUS.has(text[at]!)) continue
    if (first !== '' && first !== text[at]) return true
    first = text[at]!
  }
  return false
}

function compare(text: string, simplified: string, found: Edit[]): void {
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== simplified[at])
      found.push({ start: at, end: at + 1, after: simplified[at]!, kind: 'traditional' })
  }
}

/** 沿著 and 著力 in a text that somebody else converted. */
function findZhe(text: string): Edit[] {
  if (!text.includes('著')) return []
  return Array.from(text.matchAll(ZHE), (match) => {
    const at = match.index + match[0].length - 1
    return { start: at, end: at + 1, after: '着', kind: 'traditional' }
  })
}
