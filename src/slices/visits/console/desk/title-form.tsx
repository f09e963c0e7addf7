import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { itemOf } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'

/** The title under which the visit is found. */
export function TitleForm() {
  const t = useTexts(visitDeskMessages).desk
  const { desk, close } = useDeskView()
  const id = useId()
  const before = useAsOpened(itemOf(desk.content, 'title'))
  const [text, setText] = useState(before?.text ?? '')
  const missing = text.trim() === ''
  const save = () => {
    if (missing) return
    close()
    const after = { text: text.trim(), spans: before?.spans ?? [] }
    desk.correct([{ item: 'title', before, after }], t.did.edit)
  }
  return (
    <ItemForm
      label={t.editTitle}
      action={t.save}
      problem={missing ? t.titleMissing : null}
      onSave={save}
      onCancel={() => close()}
    >
      <Field label={t.title} id={id}>
        <Input
          id={id}
          lang="zh-Hans"
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </ItemForm>
  )
}
