import { Button } from 'antd'
import { useTexts } from '#ui/language.ts'
import type { VisitDate } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { seenByPerson } from './item-keys.ts'

/** Says that nobody knows the day of the visit; it can then be confirmed without one. */
export function UnknownDay({ item }: { item: VisitDate }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, close } = useDeskView()
  const say = () => {
    close('date')
    const after = { ...item, ...seenByPerson, value: 'unknown' }
    desk.correct([{ item: 'date', before: item, after }], t.did.dateUnknown)
  }
  return <Button onClick={say}>{t.dateUnknown}</Button>
}
