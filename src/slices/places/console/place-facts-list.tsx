import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { languageOf } from '#ui/language-of.ts'
import { useLanguage, useTexts } from '#ui/language.ts'
import { dialled } from '../phone.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import type { PlaceShown } from './place-queries.ts'

/** The facts of a place; what is not told says so only where a visitor would miss it. */
export function PlaceFactsList({ place }: { place: PlaceShown }) {
  const t = useTexts(placeMessages)
  const page = useTexts(placePageMessages)
  const language = useLanguage()
  const { items } = t
  const { keeper, keeperPerson, village, address, phone, accessibility, languages, note } = place
  const unknown = <span className="faint">{page.unknown}</span>
  const chinese = (text: string | null) => text && <span lang={languageOf(text)}>{text}</span>
  return (
    <dl className="place-facts">
      <Fact name={items.address}>{chinese(address) ?? unknown}</Fact>
      <Fact name={items.phone}>
        {phone ? (
          <a href={`tel:${dialled(phone)}`} aria-label={page.callIt(phone)}>
            {phone}
          </a>
        ) : (
          unknown
        )}
      </Fact>
      {village && (
        <Fact name={items.village}>
          <span lang="zh-Hans">{[village.township, village.name].filter(Boolean).join(' ')}</span>{' '}
          {village.township && <span className="faint place-code">{page.code(village.code)}</span>}
        </Fact>
      )}
      <Fact name={items.keeper}>
        <Link to={`/organisations/${keeper.id}`}>{keeper.name}</Link>
      </Fact>
      {keeperPerson && <Fact name={items.keeperPerson}>{keeperPerson.name}</Fact>}
      <Fact name={items.accessibility}>
        {accessibility.length > 0 ? <Terms words={accessibility.map((term) => t.access[term])} /> : unknown}
      </Fact>
      {languages.length > 0 && (
        <Fact name={items.languages}>
          {languages.map((term) => t.spoken[term]).join(language === 'zh' ? '、' : ', ')}
        </Fact>
      )}
      {note && (
        <Fact name={items.note}>
          <span className="place-note">{chinese(note)}</span>
        </Fact>
      )}
    </dl>
  )
}

function Terms({ words }: { words: string[] }) {
  return (
    <ul className="place-terms">
      {words.map((word) => (
        <li key={word}>{word}</li>
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
