import { useId } from 'react'
import { useTexts } from '#ui/language.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import type { Force } from '../../reading.ts'
import type { ItemKey, VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useAsOpened } from './as-opened.ts'
import { useDeskView } from './desk-context.ts'
import { ItemForm } from './item-form.tsx'
import { seenByPerson } from './item-keys.ts'

const forces: readonly Force[] = ['must', 'should', 'hoped', 'advised']

/** How strongly it was asked: one of four, by one key. */
export function ForceForm({ itemKey, item: now }: { itemKey: ItemKey; item: VisitDirective }) {
  const item = useAsOpened(now)
  const t = useTexts(visitDeskMessages).desk
  const words = useTexts(readerMessages).forces
  const name = useId()
  const { desk, close } = useDeskView()
  const choose = (force: Force) => {
    const after = { ...item, ...seenByPerson, force }
    close(itemKey)
    if (force !== item.force)
      desk.correct([{ item: itemKey, before: item, after }], t.did.force(words[force]))
  }
  const picked = () => {
    const checked = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)
    choose((checked?.value as Force | undefined) ?? item.force)
  }
  return (
    <ItemForm
      label={t.actions.force}
      action={t.save}
      onSave={picked}
      onCancel={() => close(itemKey)}
      onKey={({ key }) => {
        const force = forces[Number(key) - 1]
        if (force) choose(force)
        return force !== undefined
      }}
    >
      <fieldset>
        <legend>{t.forceLegend}</legend>
        {forces.map((force, at) => (
          <label key={force} className="choice">
            <input type="radio" name={name} value={force} defaultChecked={force === item.force} />
            {words[force]}
            <kbd>{at + 1}</kbd>
          </label>
        ))}
      </fieldset>
    </ItemForm>
  )
}
