import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './page.css'

interface PageProps {
  title: string
  /** One line above the list or the record: what this page is for, or the record's key facts. */
  lead?: ReactNode
  /** The way here, without this page itself. */
  breadcrumbs?: { title: string; href: string }[]
  /** The page's actions. At most one of them is the main one (`type="primary"`). */
  actions?: ReactNode
  /** `text` keeps the measure of a book page, `wide` uses the window (lists, the reader's desk). */
  width?: 'text' | 'wide'
  children: ReactNode
}

/**
 * One page: its heading names the document, takes the focus when a link has led here (so that a reader of
 * the screen hears where they are), and is the target of the skip link.
 */
export function Page({ title, lead, breadcrumbs, actions, width = 'wide', children }: PageProps) {
  const t = useTexts(uiMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  const arrival = useNavigationType()

  useEffect(() => {
    const inPage = document.activeElement?.closest('main') && document.activeElement.id !== 'main'
    if (arrival === 'PUSH' && key && !inPage) heading.current?.focus({ preventScroll: true })
  }, [arrival, key])

  return (
    <article className={`page page-${width}`}>
      <title>{`${title} · ${t.product}`}</title>
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label={t.breadcrumbs} className="page-crumbs">
          {breadcrumbs.map(({ title: name, href }, at) => (
            <Fragment key={href}>
              {at > 0 && <span aria-hidden="true">/</span>}
              <Link to={href}>{name}</Link>
            </Fragment>
          ))}
        </nav>
      )}
      <header className="page-head">
        <div className="page-words">
          <h1 ref={heading} tabIndex={-1} id="page-title">
            {title}
          </h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
