import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { type Addable, addFromText } from './add-from-text.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'
import { spanOfWords, trimWords } from './report.ts'

/** Adds what the reader missed, by its words; where the report holds them, the item points at them. */
export function AddForm({ as, onClose }: { as: Addable; onClose: () => void }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, text, things, focusItem } = useDeskView()
  const id = useId()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy) return
    const typed = words.trim().replace(/\s*\n\s*/g, '')
    if (typed === '') return setMissing(true)
    const own = as === 'directive' ? trimWords(typed).text || typed : typed
    setBusy(true)
    const change = await things.withLink(
      addFromText(desk.content, as, { text: own, span: spanOfWords(text, own) }),
    )
    onClose()
    desk.correct([change], t.did.add[as])
    focusItem(change.item)
  }
  return (
    <ItemForm
      label={t.add[as]}
      action={t.addAction}
      hint={t.addHint}
      problem={missing ? t.wordsMissing : null}
      onSave={() => void save()}
      onCancel={onClose}
    >
      <Field label={t.addWords[as]} id={id}>
        {as === 'directive' ? (
          <Input.TextArea
            id={id}
            lang="zh-Hans"
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        ) : (
          <Input
            id={id}
            lang="zh-Hans"
            maxLength={80}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </ItemForm>
  )
}
