import type { ComponentType, ReactNode } from 'react'
import { Link } from 'react-router'
import { languageOf } from './language-of.ts'
import './record-link.css'

interface RecordLinkProps {
  title: string
  href: string
  /** What kind of record it is, in words: 督办, 调研. */
  kind?: string
  icon?: ComponentType
  subtitle?: ReactNode
}

/** A link to any record, by its kind and name; the address of a record is never typed by hand. */
export function RecordLink({ title, href, kind, icon: Icon, subtitle }: RecordLinkProps) {
  return (
    <span className="record-link">
      {Icon && (
        <span className="record-icon" aria-hidden="true">
          <Icon />
        </span>
      )}
      <span>
        {kind && <span className="record-kind">{kind}</span>}
        <Link to={href} lang={languageOf(title)}>
          {title}
        </Link>
        {subtitle && <span className="record-subtitle">{subtitle}</span>}
      </span>
    </span>
  )
}
