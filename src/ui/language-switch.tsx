import { useTexts } from './language.ts'
import { prefer, usePreferences } from './preferences.ts'
import { uiMessages } from './ui-messages.ts'

/** The other language, written in itself. */
export function LanguageSwitch() {
  const t = useTexts(uiMessages)
  const { language } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="text-button"
      lang={other === 'zh' ? 'zh-Hans' : 'en'}
      onClick={() => prefer({ language: other })}
    >
      {t.language.other}
    </button>
  )
}
