import { useTexts } from '#ui/language.ts'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Mark } from '#ui/mark.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { consoleMessages } from './console-messages.ts'

/** The server gave no answer to the very first question: who is signed in. */
export function FailedStart({ problem, onRetry }: { problem: unknown; onRetry: () => unknown }) {
  const t = useTexts(consoleMessages)
  return (
    <main className="failed-start">
      <title>{t.product}</title>
      <h1>
        <Mark size={40} /> {t.product}
      </h1>
      <ProblemNotice problem={problem} onRetry={() => void onRetry()} />
      <LanguageSwitch />
    </main>
  )
}
