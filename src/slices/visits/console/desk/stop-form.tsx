import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import type { EditedText } from '../../reader/edited-text.ts'
import type { Remark } from '../../reading.ts'
import type { ItemKey, VisitMeeting, VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'
import { spanOfWords } from './report.ts'

const asLines = (remarks: readonly Remark[]) => remarks.map(({ text }) => text).join('\n')

/** Lines as remarks; a line that was there keeps its place in the report, a new one is looked for in it. */
function asRemarks(lines: string, before: readonly Remark[], text: EditedText): Remark[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const known = before.find((remark) => remark.text === line)
      const found = known ? null : spanOfWords(text, line)
      return known ?? { text: line, spans: found ? [found] : [] }
    })
}

/** A stop of the route, a site or the meeting: its name, what was seen there, what was praised. */
export function StopForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitSite | VisitMeeting }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, text, things, close } = useDeskView()
  const id = useId()
  const [name, setName] = useState(item.name)
  const [seen, setSeen] = useState(asLines(item.seen))
  const [praised, setPraised] = useState(asLines(item.praised))
  const [busy, setBusy] = useState(false)
  const missing = name.trim() === ''

  const save = async () => {
    if (missing || busy) return
    const renamed = name.trim() !== item.name
    const found = renamed ? spanOfWords(text, name, item.spans[0]?.start) : null
    setBusy(true)
    const after = {
      ...item,
      ...seenByPerson,
      ...(renamed && 'possible' in item ? await things.lookUpAgain(name.trim(), item) : {}),
      name: name.trim(),
      seen: asRemarks(seen, item.seen, text),
      praised: asRemarks(praised, item.praised, text),
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
      onSave={() => void save()}
      onCancel={() => close(itemKey)}
    >
      <Field label={t.name} id={`${id}-name`}>
        <Input
          id={`${id}-name`}
          lang="zh-Hans"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t.seenLines} id={`${id}-seen`}>
        <Input.TextArea
          id={`${id}-seen`}
          lang="zh-Hans"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={seen}
          onChange={(event) => setSeen(event.target.value)}
        />
      </Field>
      <Field label={t.praisedLines} id={`${id}-praised`}>
        <Input.TextArea
          id={`${id}-praised`}
          lang="zh-Hans"
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={praised}
          onChange={(event) => setPraised(event.target.value)}
        />
      </Field>
    </ItemForm>
  )
}
