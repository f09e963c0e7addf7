import { LinkOutlined } from '@ant-design/icons'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useTexts } from '#ui/language.ts'
import type { KnownRef, VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { Thing, Things } from './known-things.ts'
import './known-line.css'

export const pageOf = ({ kind, id }: KnownRef) => `/${kind === 'place' ? 'places' : 'organisations'}/${id}`

/** What of the county a site is, and by what it was recognised; or which things it may be. */
export function KnownLine({ site, things }: { site: VisitSite; things: Pick<Things, 'of'> }) {
  const t = useTexts(visitDeskMessages).desk
  const { known, possible } = site
  const thing = known && things.of(known)
  if (known && thing) {
    return (
      <p className="known-line">
        <LinkOutlined aria-hidden="true" />
        <span>
          {t.known.is[known.kind]}
          {t.colon}
          <ThingLink thing={thing} />
          <span className="faint">
            {t.known.bracket([t.known.by[known.by], ...(thing.closed ? [t.known.closed] : [])].join(' · '))}
          </span>
        </span>
      </p>
    )
  }
  const candidates = known ? [] : possible.flatMap((ref) => things.of(ref) ?? [])
  if (candidates.length < 2) return null
  return (
    <p className="known-line known-several">
      <LinkOutlined aria-hidden="true" />
      <span>
        {t.known.several}
        {candidates.map((one, at) => (
          <Fragment key={`${one.kind} ${one.id}`}>
            {at > 0 && '、'}
            <ThingLink thing={one} />
          </Fragment>
        ))}
      </span>
    </p>
  )
}

function ThingLink({ thing }: { thing: Thing }) {
  return <Link to={pageOf(thing)}>{thing.name}</Link>
}
