import { ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import enGB from 'antd/es/locale/en_GB.js'
import { type ReactNode, useMemo } from 'react'
import { antdTheme } from './antd-theme.ts'
import { showPreferences, usePreferences } from './preferences.ts'
import { type Density, tokensCss } from './tokens.ts'
import { useStill } from './use-media.ts'
import './base.css'

/** Lays the tokens under the document and marks its language and density; once, before the first render. */
export function layTokens(density: Density): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokensCss(density))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  showPreferences()
}

/** Gives Ant Design's components the same look, language and density as everything else. */
export function Design({ children }: { children: ReactNode }) {
  const { elder, language } = usePreferences()
  const still = useStill()
  const theme = useMemo(() => antdTheme(elder ? 'elder' : 'console', still), [elder, still])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enGB}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      virtual
    >
      {children}
    </ConfigProvider>
  )
}
