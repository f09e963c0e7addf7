import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { type DocumentLanguage, sheet, typeSize } from './official-document.ts'

/** Word's unit: a twentieth of a point. */
export function twipsOf(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Pitch of a character: 156 mm through 28. */
export const character = twipsOf(sheet.textWidth) / sheet.charactersPerLine
/** Pitch of a line in Word, which counts 22 whole lines in 225 mm, the space under the last one too. */
export const linePitch = Math.floor(twipsOf(sheet.textHeight) / sheet.linesPerPage)

/**
 * Lines come from the grid, 28 characters from spacing: LibreOffice takes a grid of characters differently from
 * Word and WPS, but all three do the same with 三号 (320 twips) less a quarter of a point, 28 of which fill a line.
 */
export const grid = { type: 'lines', linePitch } as const
export const characterSpacing = Math.floor(character) - 20 * typeSize.三号

export type Face = 'fangsong' | 'kai' | 'hei' | 'biaosong'
const faceNames = { fangsong: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', biaosong: '方正小标宋简体' }

/** The hint makes Word take “” … — from the Chinese face, where they are as wide as a character. */
export function fontOf(face: Face) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: faceNames[face], hint: 'eastAsia' }
}

const fontEntry = (name: string, substitute: string, family: string) =>
  `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="86"/>` +
  `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`

/** What Word is to take on a machine that has not these fonts (newer Windows has 仿宋 and 楷体 without _GB2312). */
export const fontTable =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  fontEntry(faceNames.fangsong, '仿宋', 'modern') +
  fontEntry(faceNames.kai, '楷体', 'modern') +
  fontEntry(faceNames.hei, 'SimHei', 'modern') +
  fontEntry(faceNames.biaosong, '宋体', 'roman') +
  '</w:fonts>'

const exactLine = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const twoCharacters = { firstLineChars: 200, firstLine: Math.round(2 * character) }
const size = {
  text: 2 * typeSize.三号,
  title: 2 * typeSize.二号,
  page: 2 * typeSize.四号,
  table: 2 * typeSize.小四,
}

/** Named styles, so that a clerk can change a face once for the whole document. */
export function docxStyles(language: DocumentLanguage): IStylesOptions {
  const bold = language === 'en'
  const heading = (face: Face) => ({
    run: { font: fontOf(face), size: size.text, bold, color: '000000' },
    paragraph: { indent: twoCharacters, keepNext: true, spacing: exactLine },
  })
  const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })
  return {
    default: {
      document: {
        run: {
          font: fontOf('fangsong'),
          size: size.text,
          language: { value: language === 'zh' ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: exactLine, alignment: AlignmentType.BOTH },
      },
      title: {
        run: { font: fontOf('biaosong'), size: size.title, bold, characterSpacing: 0 },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactLine },
      },
      heading1: heading('hei'),
      heading2: heading('kai'),
      heading3: heading('fangsong'),
      heading4: heading('fangsong'),
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: { size: size.text, characterSpacing } },
      { ...based('OfficialText', '公文正文'), paragraph: { indent: twoCharacters } },
      {
        ...based('OfficialTable', '公文表格'),
        run: { size: size.table, characterSpacing: 0 },
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: { before: 40, after: 40, line: 360, lineRule: LineRuleType.EXACT },
        },
      },
      { ...based('OfficialPageNumber', '公文页码'), run: { size: size.page } },
      {
        ...based('OfficialDraftMark', '公文草稿标识'),
        run: { font: fontOf('hei'), size: size.page },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
  }
}
