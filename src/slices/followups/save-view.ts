import { command } from '#platform/commands/command.ts'
import { saveViewInput } from './followup-inputs.ts'
import { tooManyViews, viewNameTaken } from './followup-problems.ts'
import { insertView, ownViews } from './view-store.ts'

const mostViews = 30

/** Keeps the filters of the list under a name of one's own. */
export const saveView = command('followup.save-view', {
  may: { permission: 'followup.read' },
  input: saveViewInput,
  event: 'followup.view-saved',
  async decide({ tx, actor, now }, { view: id, name, query }) {
    const views = await ownViews(tx)
    if (views.some((view) => view.name === name)) throw viewNameTaken(name)
    if (views.length >= mostViews) throw tooManyViews(mostViews)
    const { county, person } = actor
    await insertView(tx, { county, person, id, name, query, at: now })
    return { result: { id }, event: { about: { kind: 'followup-view', id }, data: { name } } }
  },
})
