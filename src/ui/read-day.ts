/**
 * Reads a day as people type it: `2026-11-30`, `2026.11.30`, `2026年11月30日`, `20261130`, and without the year
 * (`11-30`, `11.30`, `1130`) the next such day from `today` on. Null when it is no day that exists.
 */
export function readDay(text: string, today: string): string | null {
  const parts = text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^(\d{2})(\d{2})$/, '$1-$2')
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number)
  if (parts.length === 3) return existing(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0)
  if (parts.length !== 2) return null
  const year = Number(today.slice(0, 4))
  // 29 February may be up to eight years away (1896, 1904).
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = existing(year + ahead, parts[0] ?? 0, parts[1] ?? 0)
    if (day && day >= today) return day
  }
  return null
}

const two = (value: number) => String(value).padStart(2, '0')

function existing(year: number, month: number, date: number): string | null {
  if (year < 1900 || year > 2999) return null
  const day = `${year}-${two(month)}-${two(date)}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null
}
