import { useState } from 'react'
import { DayPicker } from '#ui/day-picker.tsx'
import { today } from '#ui/day.tsx'
import { useTexts } from '#ui/language.ts'
import type { VisitDate } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'
import { UnknownDay } from './unknown-day.tsx'

/** The day of the visit, chosen by a person; or the word that nobody knows it. */
export function DateForm({ item: now }: { item: VisitDate }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, close } = useDeskView()
  const [day, setDay] = useState(item.value && /^\d/.test(item.value) ? item.value : null)
  const [missing, setMissing] = useState(false)
  const save = () => {
    if (!day) return setMissing(true)
    close('date')
    desk.correct(
      [{ item: 'date', before: item, after: { ...item, ...seenByPerson, value: day } }],
      t.did.date,
    )
  }
  return (
    <ItemForm
      label={t.actions.edit}
      action={t.save}
      problem={missing ? t.dayMissing : null}
      hint={<UnknownDay item={item} />}
      onSave={save}
      onCancel={() => close('date')}
    >
      <DayPicker label={t.day} value={day} max={today()} onChange={setDay} />
    </ItemForm>
  )
}
