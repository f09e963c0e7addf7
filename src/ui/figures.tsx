import { useLanguage, useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** A number as its readers write it: 1,284 and 12.5. Not for years, codes or document numbers. */
export function formatNumber(value: number, language: 'zh' | 'en', decimals?: number): string {
  const digits =
    decimals === undefined ? undefined : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locales[language], digits).format(value)
}

/** A figure with its unit, in tabular digits. Right-align the column that holds it. */
export function Count({ value, unit, decimals }: { value: number; unit?: string; decimals?: number }) {
  const language = useLanguage()
  return (
    <span className="figure">
      {formatNumber(value, language, decimals)}
      {unit && <span className="figure-unit">{unit}</span>}
    </span>
  )
}

/** An amount of money, given in fen so that no sum is ever a fraction off. */
export function Money({ fen }: { fen: number | bigint }) {
  const language = useLanguage()
  const t = useTexts(uiMessages)
  const yuan = Number(fen) / 100
  return (
    <span className="figure">
      {formatNumber(yuan, language, 2)}
      <span className="figure-unit">{t.yuan}</span>
    </span>
  )
}
