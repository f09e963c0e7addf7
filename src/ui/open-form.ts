import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Which form of a record's page is open. It stands in the address (`?form=rename`), so that the back button
 * closes it and a link can open it.
 */
export function useOpenForm<const Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const asked = params.get('form')
  const open = names.find((name) => name === asked)
  const show = useCallback(
    (name: Name) => setParams({ form: name }, { preventScrollReset: true }),
    [setParams],
  )
  const close = useCallback(() => {
    setParams({}, { replace: true, preventScrollReset: true })
    document.getElementById('page-title')?.focus()
  }, [setParams])
  return { open, show, close }
}
