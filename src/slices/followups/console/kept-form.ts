import { useCallback, useState } from 'react'
import { usePerson } from './followup-queries.ts'
import { tabShelf } from './tab-shelf.ts'

/**
 * What was typed into a form, kept in this tab until it was sent: a reload, a lost line or a new sign-in does
 * not cost a word. It is kept by person, so that the next one at the same computer does not read it.
 */
export function useKeptForm<Values extends object>(
  name: string,
  empty: Values,
): { values: Values; write: (change: Partial<Values>) => void; forget: () => void; kept: boolean } {
  const place = `daqiao_form:${usePerson()?.id ?? ''}:${name}`
  const [written, setWritten] = useState<Partial<Values>>(() => read<Values>(place))
  const write = useCallback(
    (change: Partial<Values>) =>
      setWritten((before) => {
        const next = { ...before, ...change }
        keep(place, next)
        return next
      }),
    [place],
  )
  const forget = useCallback(() => {
    keep(place, null)
    setWritten({})
  }, [place])
  return { values: { ...empty, ...written }, write, forget, kept: Object.keys(written).length > 0 }
}

function read<Values>(place: string): Partial<Values> {
  try {
    return JSON.parse(tabShelf().getItem(place) ?? '{}') as Partial<Values>
  } catch {
    return {}
  }
}

function keep(place: string, values: object | null): void {
  try {
    if (values) tabShelf().setItem(place, JSON.stringify(values))
    else tabShelf().removeItem(place)
  } catch {
    // A full or forbidden storage: the words stay on the page and are lost only with it.
  }
}
