import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addressOf, call } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { momentInWords } from '#ui/day.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { importRoutes } from '../import-contract.ts'
import { importMessages } from '../import-messages.ts'
import { importPageMessages } from '../import-page-messages.ts'
import { importQuery, importsKey, type WholeImport } from './import-queries.ts'
import { ImportRows } from './import-rows.tsx'
import { LayoutStep } from './layout-step.tsx'
import { ImportLamp } from './state-lamp.tsx'
import './imports.css'

/** One import, at the step where it is. */
export default function ImportPage() {
  const t = useTexts(importMessages)
  const { import: id = '' } = useParams()
  const found = useQuery(importQuery(id))
  const crumbs = [{ title: t.title, href: '/imports' }]
  if (found.error) {
    return (
      <Page title={t.record} breadcrumbs={crumbs}>
        <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
      </Page>
    )
  }
  if (!found.data)
    return (
      <Page title={t.record} breadcrumbs={crumbs}>
        {null}
      </Page>
    )
  return (
    <Page title={found.data.fileName} breadcrumbs={crumbs} lead={<Lead one={found.data} />}>
      <Steps one={found.data} />
    </Page>
  )
}

function Lead({ one }: { one: WholeImport }) {
  const t = useTexts(importMessages)
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const original = { kind: 'import', record: one.id, file: one.file }
  return (
    <>
      <p className="import-lead">
        <ImportLamp state={one.state} />
        <span>{[one.kind.name, one.person.name, momentInWords(one.at, language)].join(' · ')}</span>
        <a href={addressOf(fileRoutes.open, { params: original })}>{page.original}</a>
        {one.layout && (
          <a href={addressOf(importRoutes.answers, { params: { import: one.id } })}>{page.answers}</a>
        )}
      </p>
      {one.before.map((earlier) => (
        <p className="import-note" key={earlier.at}>
          {page.before(earlier.person.name, momentInWords(earlier.at, language), t.states[earlier.state])}
        </p>
      ))}
    </>
  )
}

function Steps({ one }: { one: WholeImport }) {
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const [laysOut, setLaysOut] = useState(false)
  const n = (count: number) => formatNumber(count, language)
  const { counts } = one
  if (one.state === 'uploaded' || (laysOut && one.actions.includes('lay-out'))) {
    return <LayoutStep one={one} onTried={() => setLaysOut(false)} />
  }
  if (one.state === 'applying' || one.state === 'undoing') return <AtWork one={one} />
  const good = counts.new + counts.merge + counts.skip + counts.undecided
  const title = one.state === 'tried' ? page.dryTitle : page.result2
  return (
    <Section
      title={title}
      actions={
        one.actions.includes('lay-out') && <Button onClick={() => setLaysOut(true)}>{page.relayout}</Button>
      }
    >
      {one.state === 'tried' ? (
        <p>{page.dryLead(n(counts.all), n(good), n(counts.fault))}</p>
      ) : (
        <p>{page.applied(n(counts.added), n(counts.merged), n(counts.refused))}</p>
      )}
      {counts.undone + counts.kept > 0 && <p>{page.undoneCount(n(counts.undone), n(counts.kept))}</p>}
      {one.halted && (
        <p className="import-note" role="alert">
          {one.halted}
        </p>
      )}
      <Deeds one={one} />
      {counts.all > 0 && <ImportRows one={one} />}
    </Section>
  )
}

/** How far it is; told to who listens only at its ends, not with every batch. */
function AtWork({ one }: { one: WholeImport }) {
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const { counts, state } = one
  const n = (count: number) => formatNumber(count, language)
  const left = state === 'applying' ? counts.new + counts.merge : counts.added + counts.merged
  const done =
    state === 'applying' ? counts.added + counts.merged + counts.refused : counts.undone + counts.kept
  const title = state === 'applying' ? page.applying : page.undoing
  return (
    <Section title={title}>
      <progress className="import-progress" max={left + done} value={done} aria-label={title} />
      <p className="figure">{page.progress(n(done), n(left + done))}</p>
      <p className="faint">{page.canLeave}</p>
      <Deeds one={one} />
    </Section>
  )
}

const deeds = { start: importRoutes.start, stop: importRoutes.stop, undo: importRoutes.undo }
type Deed = keyof typeof deeds

/** What can be done with it now. */
function Deeds({ one }: { one: WholeImport }) {
  const page = useTexts(importPageMessages)
  const language = useLanguage()
  const queries = useQueryClient()
  const ids = useCommandIds()
  const [sure, setSure] = useState(false)
  const { counts } = one
  const n = (count: number) => formatNumber(count, language)
  const act = useMutation({
    mutationFn: (deed: Deed) => {
      const { command } = ids.for([deed, one.state, counts])
      return call(deeds[deed], { params: { import: one.id }, idempotencyKey: command })
    },
    onSuccess: async () => {
      ids.done()
      setSure(false)
      await queries.invalidateQueries({ queryKey: importsKey })
    },
  })
  const left = counts.new + counts.merge
  const may = (deed: Deed) => one.actions.includes(deed)
  return (
    <div className="import-deeds">
      {one.state === 'tried' && counts.undecided > 0 && (
        <p className="import-note">{page.undecided(n(counts.undecided))}</p>
      )}
      {one.state === 'tried' && counts.undecided === 0 && left === 0 && (
        <p className="import-note">{page.nothing}</p>
      )}
      {act.error && <ProblemNotice problem={act.error} />}
      <div className="import-actions">
        {may('start') && (
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate('start')}>
            {one.state === 'stopped' ? page.goOn(n(left)) : page.start(n(left))}
          </Button>
        )}
        {may('stop') && (
          <Button loading={act.isPending} onClick={() => act.mutate('stop')}>
            {page.stop}
          </Button>
        )}
        {may('undo') && !sure && <Button onClick={() => setSure(true)}>{page.undo}</Button>}
      </div>
      {may('undo') && sure && (
        <div className="import-sure" role="group" aria-label={page.undo}>
          <p>{page.undoHint}</p>
          <div className="import-actions">
            <Button danger type="primary" loading={act.isPending} onClick={() => act.mutate('undo')}>
              {page.undoYes}
            </Button>
            <Button onClick={() => setSure(false)}>{page.undoNo}</Button>
          </div>
        </div>
      )}
    </div>
  )
}
