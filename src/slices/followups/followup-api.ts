import { type Actor, reachOf } from '#platform/auth/actor.ts'
import { answer, obey, special, type Served } from '#platform/contracts/served.ts'
import { inTransaction } from '#platform/db/database.ts'
import { writeDocx } from '#platform/documents/write-docx.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { fileResponse } from '#platform/http/file-response.ts'
import { notFound, notSignedIn } from '#platform/http/problems.ts'
import type { House } from '#platform/slice.ts'
import { addPart } from './add-part.ts'
import { askClosing } from './ask-closing.ts'
import { askExtension } from './ask-extension.ts'
import { assignFollowup } from './assign-followup.ts'
import { assignFollowups } from './assign-followups.ts'
import { briefMessages } from './brief-messages.ts'
import { calendarDays } from './calendar.ts'
import { completePart } from './complete-part.ts'
import { decideExtension } from './decide-extension.ts'
import { dropView } from './drop-view.ts'
import { followupRoutes } from './followup-contract.ts'
import { showFollowup } from './followup-detail.ts'
import { exportFollowups } from './followup-export.ts'
import { leadsOfFollowups, listFollowups } from './followup-list-store.ts'
import { questionOf } from './followup-question.ts'
import { followupsByIds } from './followup-store.ts'
import { calendarAt, organisationNames, showFollowups } from './followup-view.ts'
import { remarkOnFollowup } from './remark-on-followup.ts'
import { reportProgress } from './report-progress.ts'
import { reviewFollowup } from './review-followup.ts'
import { saveView } from './save-view.ts'
import { signForFollowup } from './sign-for-followup.ts'
import { aFollowup } from './take-followup.ts'
import { whatWaits } from './today.ts'
import { todayRoutes } from './today-contract.ts'
import { ownViews } from './view-store.ts'
import { visitBrief } from './visit-brief.ts'
import { withdrawFollowup } from './withdraw-followup.ts'

export function followupApi(house: House): Served[] {
  return [
    answer(followupRoutes.list, async ({ tx, actor, query, now }) => {
      const { rows, total, next } = await listFollowups(tx, questionOf(actor, query, now), query)
      return { items: await showFollowups(tx, actor, rows, now), total, next }
    }),
    special(followupRoutes.export, async ({ actor, query, signal }) =>
      fileResponse(exportFollowups(house.database, signedIn(actor), query, new Date(), signal)),
    ),
    answer(followupRoutes.leads, async ({ tx, actor, query, now, language }) => {
      const leads = await leadsOfFollowups(tx, questionOf(actor, query, now))
      const ids = leads.map(({ id }) => id)
      const names = await organisationNames(tx, ids, language)
      return { items: leads.map(({ id, count }) => ({ id, name: names(id)?.name ?? '—', count })) }
    }),
    answer(followupRoutes.views, async ({ tx }) => ({ items: await ownViews(tx) })),
    obey(followupRoutes.saveView, saveView),
    obey(followupRoutes.dropView, dropView),
    obey(followupRoutes.assignMany, assignFollowups),
    answer(followupRoutes.get, async ({ tx, actor, params, now }) => {
      const [followup] = await followupsByIds(tx, [params.followup], reachOf(actor, 'followup.read'))
      if (!followup) throw notFound(aFollowup)
      return showFollowup(tx, actor, followup, now)
    }),
    obey(followupRoutes.assign, assignFollowup),
    obey(followupRoutes.sign, signForFollowup),
    obey(followupRoutes.report, reportProgress),
    obey(followupRoutes.askExtension, askExtension),
    obey(followupRoutes.decideExtension, decideExtension),
    obey(followupRoutes.askClosing, askClosing),
    obey(followupRoutes.review, reviewFollowup),
    obey(followupRoutes.remark, remarkOnFollowup),
    obey(followupRoutes.addPart, addPart),
    obey(followupRoutes.completePart, completePart),
    obey(followupRoutes.withdraw, withdrawFollowup),
    answer(todayRoutes.today, ({ tx, actor, query, now }) => whatWaits(house, tx, actor, now, query)),
    answer(todayRoutes.calendar, async ({ query }) => ({ days: calendarDays(query.from, query.to) })),
    special(todayRoutes.brief, async ({ actor, params, query, language, signal }) => {
      const reader = signedIn(actor)
      const now = new Date()
      // Written outside of the transaction: the typesetter takes its time, a connection does not wait for it.
      const brief = await inTransaction(
        house.database,
        reader,
        (tx) => visitBrief(tx, reader, params.visit ?? '', now),
        { readOnly: true },
      )
      const { format } = query
      const name = `${briefMessages[language].file}-${calendarAt(now).today}.${format}`
      const bytes = format === 'pdf' ? await writePdf(brief, { signal }) : await writeDocx(brief)
      return fileResponse({ name, type: briefTypes[format], bytes })
    }),
  ]
}

const briefTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw notSignedIn()
  return actor
}
