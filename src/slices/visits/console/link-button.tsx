import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { useHref, useNavigate } from 'react-router'

interface LinkButtonProps {
  to: string
  main?: boolean
  icon?: ReactNode
  children: ReactNode
}

/** A link that looks like a button, because it begins a task. */
export function LinkButton({ to, main = false, icon, children }: LinkButtonProps) {
  const navigate = useNavigate()
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void navigate(to)
  }
  return (
    <Button type={main ? 'primary' : 'default'} icon={icon} href={useHref(to)} onClick={go}>
      {children}
    </Button>
  )
}
