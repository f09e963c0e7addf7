import { useTexts } from '#ui/language.ts'
import { Mark } from '#ui/mark.tsx'
import { consoleMessages } from './console-messages.ts'

/** What stands while the first page is fetched: the mark, and a word for who cannot see it. */
export function Opening() {
  const t = useTexts(consoleMessages)
  return (
    <div className="opening" role="status">
      <Mark size={48} />
      <span className="visually-hidden">{t.loading}</span>
    </div>
  )
}
