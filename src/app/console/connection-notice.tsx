import { Button } from 'antd'
import { useEffect } from 'react'
import { useTexts } from '#ui/language.ts'
import { useReachable } from './connection.ts'
import { consoleMessages } from './console-messages.ts'
import { askServer, queries } from './queries.ts'

const pause = 10_000

const ask = () => void askServer()

/** Says that the server is out of reach, and that nothing typed is lost; keeps asking until it answers. */
export function ConnectionNotice() {
  const t = useTexts(consoleMessages)
  const reachable = useReachable()

  useEffect(() => {
    if (reachable) return
    const timer = setInterval(ask, pause)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
      void queries.invalidateQueries()
    }
  }, [reachable])

  return (
    <div role="status" className="connection">
      {!reachable && (
        <div className="connection-words">
          <span>
            <strong>{t.offline.title}</strong> {t.offline.detail}
          </span>
          <Button onClick={ask}>{t.offline.retry}</Button>
        </div>
      )}
    </div>
  )
}
