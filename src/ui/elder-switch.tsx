import { FontSizeOutlined } from '@ant-design/icons'
import { useTexts } from './language.ts'
import { prefer, usePreferences } from './preferences.ts'
import { uiMessages } from './ui-messages.ts'

/** Large type, one column, large targets: one tap turns it on, and it is remembered. */
export function ElderSwitch() {
  const t = useTexts(uiMessages)
  const { elder } = usePreferences()
  return (
    <button
      type="button"
      className="text-button"
      aria-pressed={elder}
      title={elder ? t.elder.turnOff : t.elder.turnOn}
      onClick={() => prefer({ elder: !elder })}
    >
      <FontSizeOutlined aria-hidden="true" />
      {t.elder.on}
    </button>
  )
}
