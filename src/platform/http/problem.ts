import type { Language, Texts } from '../i18n/messages.ts'

/** What went wrong, for a person: `title` says what happened, `detail` what is safe and what to do. */
export interface ProblemText {
  title: string
  detail: string
}

export interface ProblemBody extends ProblemText {
  status: number
  code: string
  [extra: string]: unknown
}

/**
 * An error that a person may see (RFC 9457). `code` is stable: the console and other systems branch on it.
 * `title` and `detail` of the error itself are Chinese until `in(language)` is asked, or as the server sent them.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly texts: Texts<ProblemText>
  readonly extra: Record<string, unknown>

  constructor(status: number, code: string, texts: Texts<ProblemText>, extra: Record<string, unknown> = {}) {
    super(`${code}: ${texts.en.title}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.texts = texts
    this.extra = extra
  }

  get title(): string {
    return this.texts.zh.title
  }

  get detail(): string {
    return this.texts.zh.detail
  }

  in(language: Language): ProblemBody {
    return { ...this.extra, status: this.status, code: this.code, ...this.texts[language] }
  }

  /** Reads what the server sent; its texts are already in the reader's language. */
  static from(body: ProblemBody): Problem {
    const { status, code, title, detail, ...extra } = body
    return new Problem(status, code, { zh: { title, detail }, en: { title, detail } }, extra)
  }
}
