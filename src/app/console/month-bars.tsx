import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { consoleMessages } from './console-messages.ts'
import type { Month } from './month-span.ts'
import './month-bars.css'

const height = 56
const step = 14

const percent = (amount: number, most: number) =>
  most > 0 ? Math.round((Math.max(amount, 0) / most) * height) : 0

/** Twelve bars to see the course by; the same months stand below as a table, for who would rather read. */
export function MonthBars({ title, trend, unit }: { title: string; trend: Month[]; unit: string }) {
  const t = useTexts(consoleMessages).figures
  const language = useLanguage()
  const most = Math.max(0, ...trend.map(({ amount }) => amount))
  const width = trend.length * step
  return (
    <div className="months">
      <svg viewBox={`0 0 ${width} ${height + 1}`} width={width} height={height + 1} aria-hidden="true">
        {trend.map(({ month, amount }, at) => {
          const tall = percent(amount, most)
          const last = at === trend.length - 1
          return (
            <rect
              key={month}
              className={last ? 'months-now' : undefined}
              x={at * step}
              y={height - tall}
              width={step - 4}
              height={tall}
            />
          )
        })}
        <path d={`M0 ${height + 0.5}H${width}`} />
      </svg>
      <p className="months-ends" style={{ width }} aria-hidden="true">
        <span>{trend[0]?.month}</span>
        <span>{trend.at(-1)?.month}</span>
      </p>
      <details>
        <summary>{t.asTable}</summary>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              <th scope="col">
                {t.amount} ({unit})
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.map(({ month, amount }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{formatNumber(amount, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
