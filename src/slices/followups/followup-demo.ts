import { addWorkingDays, dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import { addPart } from './add-part.ts'
import { askClosing } from './ask-closing.ts'
import { askExtension } from './ask-extension.ts'
import { assignFollowup } from './assign-followup.ts'
import { completePart } from './complete-part.ts'
import { type DemoDeed, type DemoStory, demoStories } from './followup-demo-stories.ts'
import { followupsOfVisit } from './followup-store.ts'
import { reportProgress } from './report-progress.ts'
import { reviewFollowup } from './review-followup.ts'
import { saveView } from './save-view.ts'
import { signForFollowup } from './sign-for-followup.ts'

/** Lets the demo's people work on what the demo's visit asked for, by the same commands as everybody. */
export async function loadDemoFollowups(demo: Demo): Promise<void> {
  const visit = demo.shared.get('visit demo')
  if (!visit) return
  const supervisor = await demo.as('lujing')
  const followups = await inTransaction(demo.database, supervisor, (tx) =>
    followupsOfVisit(tx, visit, 'county'),
  )
  for (const story of demoStories) {
    const followup = followups.find(({ quote }) => quote.includes(story.about))
    if (!followup) throw new Error(`the demo's visit asks for nothing about ${story.about}`)
    for (const [index, deed] of story.deeds.entries()) await perform(demo, followup.id, story, index, deed)
  }
  await demo.commands.run(
    saveView,
    supervisor,
    {
      view: demo.id('view overdue'),
      name: '已超期、临近到期',
      query: { lamp: ['overdue', 'near'], sort: 'due' },
    },
    { id: demo.id('save view overdue'), now: demo.daysAgo(5) },
  )
}

async function perform(
  demo: Demo,
  followup: string,
  story: DemoStory,
  index: number,
  deed: DemoDeed,
): Promise<void> {
  const { run } = demo.commands
  const actor = await demo.as(deed.by)
  const at = { id: demo.id(`${story.about} ${index}`), now: demo.daysAgo(deed.daysAgo, deed.hour ?? 10) }
  const organisation = (short: string) => {
    const id = demo.shared.get(`organisation ${short}`)
    if (!id) throw new Error(`the demo knows no organisation ${short}`)
    return id
  }
  const dayIn = (workingDays: number) =>
    workingDays < 0
      ? dayOf(demo.daysAgo(-workingDays, 0))
      : addWorkingDays(dayOf(demo.daysAgo(0, 0)), workingDays)
  switch (deed.does) {
    case 'assign': {
      const supporting = deed.supporting.map(organisation)
      const dueDay = deed.dueIn === null ? null : dayIn(deed.dueIn)
      const lead = organisation(deed.lead)
      return void (await run(
        assignFollowup,
        actor,
        { followup, lead, supporting, dueDay, note: deed.note },
        at,
      ))
    }
    case 'sign':
      return void (await run(signForFollowup, actor, { followup }, at))
    case 'report':
      return void (await run(reportProgress, actor, { followup, text: deed.text }, at))
    case 'ask-closing':
      return void (await run(askClosing, actor, { followup, text: deed.text }, at))
    case 'return':
      return void (await run(reviewFollowup, actor, { followup, outcome: 'returned', reason: deed.text }, at))
    case 'close':
      return void (await run(reviewFollowup, actor, { followup, outcome: 'closed' }, at))
    case 'ask-extension': {
      const extension = demo.id(`${story.about} extension`)
      const request = { followup, extension, toDay: dayIn(deed.toIn), reason: deed.text }
      return void (await run(askExtension, actor, request, at))
    }
    case 'add-part': {
      const part = demo.id(`${story.about} part ${deed.organisation}`)
      const given = { followup, part, organisation: organisation(deed.organisation), text: deed.text }
      return void (await run(addPart, actor, { ...given, dueDay: dayIn(deed.dueIn) }, at))
    }
    case 'complete-part': {
      const part = demo.id(`${story.about} part ${deed.organisation}`)
      return void (await run(completePart, actor, { followup, part, text: deed.text }, at))
    }
  }
}
