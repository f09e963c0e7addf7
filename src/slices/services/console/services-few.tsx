import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { servicePageMessages } from '../service-page-messages.ts'
import { fewQuery } from './service-queries.ts'
import { StateLamp } from './state-lamp.tsx'
import './service-page.css'

interface ServicesFewProps {
  title: string
  of: Parameters<typeof fewQuery>[0]
  /** Where all of them are listed, if they are. */
  all?: string
}

/** The first few services of something, on its page; nothing where there are none. */
export function ServicesFew({ title, of, all }: ServicesFewProps) {
  const page = useTexts(servicePageMessages)
  const found = useQuery(fewQuery(of)).data
  if (!found || found.items.length === 0) return null
  return (
    <Section title={title}>
      <ul className="services-few">
        {found.items.map((service) => (
          <li key={service.id}>
            <Link to={`/services/${service.id}`}>{service.name}</Link>
            <StateLamp service={service} />
          </li>
        ))}
      </ul>
      {all && found.next && <Link to={all}>{page.allOf(found.total)}</Link>}
    </Section>
  )
}
