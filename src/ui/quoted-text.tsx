import type { ReactNode } from 'react'
import './quoted-text.css'

/** Words from a document, set as in a book. `source` says whose they are and where they stand. */
export function QuotedText({
  children,
  source,
  lang,
}: {
  children: ReactNode
  source?: ReactNode
  lang?: string
}) {
  return (
    <figure className="quoted">
      <blockquote lang={lang ?? 'zh-Hans'}>{children}</blockquote>
      {source && <figcaption>{source}</figcaption>}
    </figure>
  )
}
