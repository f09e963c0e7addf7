import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dialled, placeMessages } from '#slices/places/contract'
import { languageOf } from '#ui/language-of.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import type { ServiceShown } from './service-queries.ts'

/** The card as a resident reads it; what is not told says so only where a resident would miss it. */
export function ServiceFactsList({ service }: { service: ServiceShown }) {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  const places = useTexts(placeMessages)
  const language = useLanguage()
  const { items } = t
  const unknown = <span className="faint">{page.unknown}</span>
  const written = (text: string | null) => text && <span lang={languageOf(text)}>{text}</span>
  const separator = language === 'zh' ? '、' : ', '
  const { phone, online, languages, alsoCalled } = service
  return (
    <dl className="service-facts">
      {service.nameEn && <Fact name={items.nameEn}>{written(service.nameEn)}</Fact>}
      {alsoCalled.length > 0 && <Fact name={items.alsoCalled}>{written(alsoCalled.join('、'))}</Fact>}
      <Fact name={items.summary}>{written(service.summary)}</Fact>
      {service.summaryEn && <Fact name={items.summaryEn}>{written(service.summaryEn)}</Fact>}
      <Fact name={items.who}>{written(service.who)}</Fact>
      <Fact name={items.papers}>
        {service.papers.length > 0 ? <Papers papers={service.papers} /> : page.noPapers}
      </Fact>
      <Fact name={page.cost}>
        {service.free && t.free}
        {service.free && service.cost && (language === 'zh' ? '；' : '; ')}
        {written(service.cost)}
      </Fact>
      <Fact name={items.duration}>{written(service.duration) ?? unknown}</Fact>
      <Fact name={items.places}>
        {service.places.length > 0 ? <Places places={service.places} /> : unknown}
      </Fact>
      <Fact name={items.phone}>
        {phone ? (
          <a href={`tel:${dialled(phone)}`} aria-label={page.callIt(phone)}>
            {phone}
          </a>
        ) : (
          unknown
        )}
      </Fact>
      {online && (
        <Fact name={items.online}>
          <a href={online} target="_blank" rel="noreferrer">
            {online}
          </a>
        </Fact>
      )}
      {languages.length > 0 && (
        <Fact name={items.languages}>{languages.map((one) => places.spoken[one]).join(separator)}</Fact>
      )}
      {service.legalBasis && <Fact name={items.legalBasis}>{written(service.legalBasis)}</Fact>}
      <Fact name={items.keeper}>
        <Link to={`/organisations/${service.keeper.id}`}>{service.keeper.name}</Link>
      </Fact>
      {service.keeperPerson && <Fact name={items.keeperPerson}>{service.keeperPerson.name}</Fact>}
    </dl>
  )
}

function Papers({ papers }: { papers: ServiceShown['papers'] }) {
  return (
    <ul>
      {papers.map(({ name, from }) => (
        <li key={name} lang={languageOf(name)}>
          {name}
          {from && <span className="service-more">{from}</span>}
        </li>
      ))}
    </ul>
  )
}

function Places({ places }: { places: ServiceShown['places'] }) {
  const t = useTexts(serviceMessages)
  const page = useTexts(servicePageMessages)
  return (
    <ul>
      {places.map(({ id, name, address, closed, hoursInWords, note }) => (
        <li key={id}>
          <Link to={`/places/${id}`}>{name}</Link>
          <span className="service-more" lang={languageOf(address ?? '')}>
            {[address, note].filter(Boolean).join(' ')}
          </span>
          <span className="service-more">
            {closed ? page.closedPlace : (hoursInWords?.join('\n') ?? t.placeHours)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
