import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Which form of a record's page is open. It stands in the address (`?form=report`): the back button closes it, a
 * link opens it, and after a new sign-in it is open again. `of` says of which part (`&of=01975…`). When it closes,
 * by whatever way, the focus goes to the heading `returnTo`, if that is on the page.
 */
export function useOpenForm<const Name extends string>(names: readonly Name[], returnTo = 'page-title') {
  const [params, setParams] = useSearchParams()
  const asked = params.get('form')
  const open = names.find((name) => name === asked)
  const of = params.get('of') ?? undefined
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open) document.getElementById(returnTo)?.focus()
    wasOpen.current = open
  }, [open, returnTo])
  const show = useCallback(
    (name: Name, part?: string) =>
      setParams(part ? { form: name, of: part } : { form: name }, { preventScrollReset: true }),
    [setParams],
  )
  const close = useCallback(() => setParams({}, { replace: true, preventScrollReset: true }), [setParams])
  return { open, of, show, close }
}
