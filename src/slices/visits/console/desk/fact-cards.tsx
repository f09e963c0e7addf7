import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '#ui/language.ts'
import { itemOf, itemsOf, type ItemKey, type VisitPerson } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { visitDayInWords } from '../visit-day.ts'
import { Card } from './card.tsx'
import { DateForm } from './date-form.tsx'
import { useDeskView } from './desk-context.ts'
import { ItemMarks } from './item-marks.tsx'
import { PersonForm } from './person-form.tsx'
import { TitleForm } from './title-form.tsx'

/** What, when and who: the head of the visit. `groups` came along without names and are only told. */
export function FactCards({ groups }: { groups: readonly { text: string }[] }) {
  const all = useTexts(visitDeskMessages)
  const t = all.desk
  const language = useLanguage()
  const { desk, open } = useDeskView()
  const { content } = desk
  const date = itemOf(content, 'date')
  const lead = itemOf(content, 'lead')
  const companions = itemsOf(content, 'companion')
  const isOpen = (key: ItemKey) => open?.key === key
  return (
    <div className="facts-of-visit">
      {open?.key === 'title' && <TitleForm />}
      {date && (
        <Card
          itemKey="date"
          label={t.day}
          className="fact"
          form={isOpen('date') ? <DateForm item={date} /> : undefined}
        >
          <Fact name={t.day}>
            <span className="figure">{visitDayInWords(date.value, language, all.day)}</span>
          </Fact>
          <ItemMarks itemKey="date" item={date} />
        </Card>
      )}
      {lead ? (
        <PersonCard itemKey="lead" item={lead} name={t.lead} />
      ) : (
        <div className="fact fact-missing">
          <Fact name={t.lead}>
            <span className="faint">{t.noLead}</span>
          </Fact>
        </div>
      )}
      {companions.map(({ key, item }, at) => (
        <PersonCard key={key} itemKey={key} item={item} name={at === 0 ? t.companions : ''} />
      ))}
      {groups.length > 0 && (
        <div className="fact">
          <Fact name={companions.length === 0 ? t.companions : ''}>
            <span lang="zh-Hans" className="faint">
              {groups.map(({ text }) => text).join('、')}
            </span>
          </Fact>
        </div>
      )}
    </div>
  )
}

function PersonCard({ itemKey, item, name }: { itemKey: ItemKey; item: VisitPerson; name: string }) {
  const t = useTexts(visitDeskMessages).desk
  const { open } = useDeskView()
  return (
    <Card
      itemKey={itemKey}
      label={`${itemKey === 'lead' ? t.lead : t.companion} ${item.name}`}
      className="fact"
      form={open?.key === itemKey ? <PersonForm itemKey={itemKey} item={item} /> : undefined}
    >
      <Fact name={name}>
        <span lang="zh-Hans">
          <strong className="person-name">{item.name}</strong>
          <span className="person-titles">{item.titles.join('、')}</span>
        </span>
      </Fact>
      <ItemMarks itemKey={itemKey} item={item} />
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact-row">
      <span className="fact-name">{name}</span>
      <span className="fact-value">{children}</span>
    </div>
  )
}
