import { z } from 'zod'
import { badInput } from '../http/problems.ts'
import type { Language } from '../i18n/messages.ts'

const wording = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** Checks input against a contract's schema. Throws `badInput`, which names each field, in the reader's language. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  language: Language,
): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: wording[language] })
  if (parsed.success) return parsed.data
  throw badInput(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}
