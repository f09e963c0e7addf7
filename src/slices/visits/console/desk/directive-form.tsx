import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import type { ItemKey, VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { Field, ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'
import { spanOfWords } from './report.ts'

const orNull = (words: string) => words.trim() || null
const asLines = (phrases: readonly string[]) => phrases.join('\n')
const asPhrases = (lines: string) => [
  ...new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** The words of a directive and what they say: who is asked, about what, until when. */
export function DirectiveForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitDirective }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const { desk, text: report, close } = useDeskView()
  const id = useId()
  const [text, setText] = useState(item.text)
  const [subject, setSubject] = useState(item.subject ?? '')
  const [theme, setTheme] = useState(item.theme ?? '')
  const [deadline, setDeadline] = useState(item.deadline ?? '')
  const [means, setMeans] = useState(asLines(item.means))
  const [goals, setGoals] = useState(asLines(item.goals))
  const [quantities, setQuantities] = useState(asLines(item.quantities))
  const [measurable, setMeasurable] = useState(item.measurable)
  const missing = text.trim() === ''

  const save = () => {
    if (missing) return
    const words = text.trim().replace(/\s*\n\s*/g, '')
    const found = words === item.text ? null : spanOfWords(report, words, item.spans[0]?.start)
    const after: VisitDirective = {
      ...item,
      ...seenByPerson,
      text: words,
      subject: orNull(subject),
      theme: orNull(theme),
      deadline: orNull(deadline),
      means: asPhrases(means),
      goals: asPhrases(goals),
      quantities: asPhrases(quantities),
      measurable,
      spans: found ? [found] : item.spans,
    }
    close(itemKey)
    desk.correct([{ item: itemKey, before: item, after }], t.did.edit)
  }
  return (
    <ItemForm
      label={t.actions.edit}
      action={t.save}
      problem={missing ? t.wordsMissing : null}
      onSave={save}
      onCancel={() => close(itemKey)}
    >
      <Field label={t.words} id={`${id}-text`}>
        <Input.TextArea
          id={`${id}-text`}
          lang="zh-Hans"
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="item-form-pair">
        <Field label={t.subject} id={`${id}-subject`}>
          <Input
            id={`${id}-subject`}
            maxLength={80}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </Field>
        <Field label={t.theme} id={`${id}-theme`}>
          <Input
            id={`${id}-theme`}
            maxLength={80}
            value={theme}
            onChange={(event) => setTheme(event.target.value)}
          />
        </Field>
        <Field label={t.deadline} id={`${id}-deadline`}>
          <Input
            id={`${id}-deadline`}
            maxLength={80}
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
        </Field>
      </div>
      <details className="item-form-more">
        <summary>{t.more}</summary>
        <Lines label={t.meansLines} id={`${id}-means`} value={means} onChange={setMeans} />
        <Lines label={t.goalsLines} id={`${id}-goals`} value={goals} onChange={setGoals} />
        <Lines
          label={t.quantitiesLines}
          id={`${id}-quantities`}
          value={quantities}
          onChange={setQuantities}
        />
      </details>
      <Checkbox checked={measurable} onChange={(event) => setMeasurable(event.target.checked)}>
        {t.measurable}
      </Checkbox>
    </ItemForm>
  )
}

interface LinesProps {
  label: string
  id: string
  value: string
  onChange: (lines: string) => void
}

function Lines({ label, id, value, onChange }: LinesProps) {
  return (
    <Field label={label} id={id}>
      <Input.TextArea
        id={id}
        lang="zh-Hans"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
