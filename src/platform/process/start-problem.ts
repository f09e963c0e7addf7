/** What a person who starts Daqiao should read when it cannot start: what happened, and what to do, in both languages. */
export class StartProblem extends Error {
  readonly code: string
  readonly exitCode: number

  /** `text.zh` and `text.en` say the same; `exitCode` is what the command line ends with. */
  constructor(
    code: string,
    text: { zh: string; en: string },
    options: { exitCode?: number; cause?: unknown } = {},
  ) {
    super(`${text.zh}\n${text.en}`, { cause: options.cause })
    this.name = 'StartProblem'
    this.code = code
    this.exitCode = options.exitCode ?? 1
  }
}

/** The operating system's error code (`ENOSPC`, `EACCES`, …) of anything thrown, or '' where it has none. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
