import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import type { ItemKey, VisitPerson } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'
import { spanOfWords } from './report.ts'

/** Somebody's name and titles. */
export function PersonForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitPerson }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, text, close } = useDeskView()
  const id = useId()
  const [name, setName] = useState(item.name)
  const [titles, setTitles] = useState(item.titles.join('\n'))
  const missing = name.trim() === ''

  const save = () => {
    if (missing) return
    const found = name.trim() === item.name ? null : spanOfWords(text, name, item.spans[0]?.start)
    const after: VisitPerson = {
      ...item,
      ...seenByPerson,
      name: name.trim(),
      titles: titles
        .split(/[\n、]/u)
        .map((title) => title.trim())
        .filter(Boolean),
      spans: found ? [found] : item.spans,
    }
    close(itemKey)
    desk.correct([{ item: itemKey, before: item, after }], t.did.edit)
  }
  return (
    <ItemForm
      label={t.actions.edit}
      action={t.save}
      problem={missing ? t.nameMissing : null}
      onSave={save}
      onCancel={() => close(itemKey)}
    >
      <Field label={t.name} id={`${id}-name`}>
        <Input
          id={`${id}-name`}
          lang="zh-Hans"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t.titlesOfPerson} id={`${id}-titles`}>
        <Input.TextArea
          id={`${id}-titles`}
          lang="zh-Hans"
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={titles}
          onChange={(event) => setTitles(event.target.value)}
        />
      </Field>
    </ItemForm>
  )
}
