export type DocumentLanguage = 'zh' | 'en'

/** A stretch of text. `quoted` puts the quotation marks on itself and is set in the quotation face (楷体). */
export type Run = { readonly text: string; readonly bold?: boolean; readonly quoted?: boolean }
export type Inline = string | readonly Run[]

export type HeadingLevel = 1 | 2 | 3 | 4

export type TableColumn = {
  readonly header: Inline
  /** Share of the table's width beside the other columns; 1 when left out. */
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
}

export type Block =
  /** Numbered by its place: 一、（一）1.（1）; write the words only, never the number. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: Inline }
  /** A line break in the text begins a new paragraph. */
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table'
      readonly caption?: Inline
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly Inline[])[]
    }

/** What an official document (公文) says, after GB/T 9704-2012; how it looks is the writers' business. */
export type OfficialDocument = {
  readonly language: DocumentLanguage
  /** 发文机关: the office that issues. */
  readonly office: string
  /** 发文机关标志, as “某县总工会文件”: set in red over a red rule; in black on a draft. */
  readonly letterhead?: string
  /** 发文字号, as “天工发〔2026〕8号”. */
  readonly number?: string
  /** 标题. A line break in it is kept; without one, long titles are broken between words into even lines. */
  readonly title: string
  /** 主送机关, without the colon. */
  readonly addressees?: readonly string[]
  readonly body: readonly Block[]
  /** 附件说明: names only; numbered when there are several. */
  readonly attachments?: readonly string[]
  /** 发文机关署名: several when offices issue together. The office itself when left out. */
  readonly signatories?: readonly string[]
  /** 成文日期 as YYYY-MM-DD; when it is not known yet, room is left to write it. */
  readonly date?: string
  /** A seal will be put on: date four characters from the right, the office centred over it. */
  readonly sealed?: boolean
  /** 草稿: marked on every page as not being an official document. */
  readonly draft: boolean
}

/** GB/T 9704-2012, 5.1 to 5.2: lengths in millimetres and counts. Character and line pitch follow from them. */
export const sheet = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  textWidth: 156,
  textHeight: 225,
  charactersPerLine: 28,
  linesPerPage: 22,
} as const

/** Type sizes by their Chinese names, in points. */
export const typeSize = { 二号: 22, 三号: 16, 四号: 14, 小四: 12 } as const
