import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Which form of the page is open. It stands in the address (`?form=report`): the back button closes it, a link
 * opens it, and after a new sign-in it is open again. `of` says of which part (`&of=01975…`).
 */
export function useOpenForm<const Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const open = names.find((name) => name === params.get('form'))
  const of = params.get('of') ?? undefined
  const show = useCallback(
    (name: Name, part?: string) =>
      setParams(part ? { form: name, of: part } : { form: name }, { preventScrollReset: true }),
    [setParams],
  )
  const close = useCallback(() => setParams({}, { replace: true, preventScrollReset: true }), [setParams])
  return { open, of, show, close }
}
