import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { dropViewInput } from './followup-inputs.ts'
import { deleteView } from './view-store.ts'

/** A view is a habit of its owner, not a record: it goes without a trace but the event. */
export const dropView = command('followup.drop-view', {
  may: { permission: 'followup.read' },
  input: dropViewInput,
  event: 'followup.view-dropped',
  async decide({ tx }, { view: id }) {
    if (!(await deleteView(tx, id))) throw notFound({ zh: '这个筛选', en: 'This view' })
    return { result: { id }, event: { about: { kind: 'followup-view', id }, data: {} } }
  },
})
