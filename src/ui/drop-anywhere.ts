import { useEffect, useRef, useState } from 'react'

/**
 * Takes files that are dropped anywhere on the page, while `on`: beside the zone the browser would else open the file
 * and leave the page. Returns whether files hang over it.
 */
export function useDropAnywhere(on: boolean, take: (data: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (!on) return
    const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hang = (event: DragEvent) => {
      if (!withFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!withFiles(event) || !event.dataTransfer || event.defaultPrevented) return
      event.preventDefault()
      latest.current(event.dataTransfer)
    }
    addEventListener('dragover', hang)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', hang)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [on])
  return over
}
