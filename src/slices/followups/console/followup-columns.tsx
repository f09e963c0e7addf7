import { ArrowRightOutlined } from '@ant-design/icons'
import type { Column } from '#ui/data-list.tsx'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useMedia, useOneColumn } from '#ui/use-media.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { timeLeft } from './due-words.ts'
import type { FollowupRow } from './followup-queries.ts'
import { capitalised, saidShortly } from './followup-words.ts'

/** The columns of the list: five on a wide window, four on a laptop, all in one card on a phone. */
export function useFollowupColumns(): Column<FollowupRow>[] {
  const t = useTexts(followupPageMessages).list
  const oneColumn = useOneColumn()
  const roomy = useMedia('(min-width: 1200px)')
  const dueWidth = useLanguage() === 'zh' ? '10.5em' : '12.5em'
  const directive: Column<FollowupRow> = {
    key: 'directive',
    title: t.directive,
    main: true,
    render: (row) => <Directive row={row} />,
  }
  if (oneColumn)
    return [
      directive,
      { key: 'lamp', title: t.lamp, card: 'plain', render: (row) => <LampWithTime row={row} /> },
      { key: 'due', title: t.due, card: 'plain', render: (row) => <DueDay row={row} /> },
      { key: 'number', title: t.lamp, card: 'plain', render: (row) => <RowNumber row={row} /> },
      { key: 'lead', title: t.lead, render: (row) => <Lead row={row} /> },
      { key: 'word', title: t.lastWord, render: (row) => <LastWord row={row} /> },
      { key: 'next', title: t.next, render: (row) => <Next row={row} /> },
    ]
  return [
    {
      key: 'lamp',
      title: t.lamp,
      width: '8.6em',
      render: (row) => (
        <span className="row-pair">
          <Lamp state={row.lamp} />
          <RowNumber row={row} />
        </span>
      ),
    },
    directive,
    {
      key: 'lead',
      title: t.leadAndWord,
      width: roomy ? '16em' : '13em',
      render: (row) => (
        <span className="row-pair">
          <Lead row={row} />
          <LastWord row={row} />
        </span>
      ),
    },
    {
      key: 'due',
      title: roomy ? t.due : `${t.due} · ${t.next}`,
      width: dueWidth,
      render: (row) => (
        <span className="row-pair">
          <Due row={row} />
          {!roomy && <Next row={row} />}
        </span>
      ),
    },
    ...(roomy
      ? [{ key: 'next', title: t.next, width: '11em', render: (row: FollowupRow) => <Next row={row} /> }]
      : []),
  ]
}

interface Of {
  row: FollowupRow
}

function Directive({ row }: Of) {
  const said = saidShortly(row, useLanguage())
  return (
    <>
      <span className="row-quote" lang="zh-Hans" title={row.quote}>
        {row.quote}
      </span>
      {said && <span className="row-said">{said}</span>}
    </>
  )
}

function RowNumber({ row }: Of) {
  return <span className="figure faint">{row.number}</span>
}

function Lead({ row }: Of) {
  const t = useTexts(followupPageMessages).list
  if (!row.lead) return <span className="faint row-lead">{t.notAssigned}</span>
  return (
    <span className="row-lead">
      {row.lead.name}
      {row.supporting > 0 && (
        <>
          {' '}
          <span className="faint" title={t.supporting(row.supporting)}>
            {t.supportingShort(row.supporting)}
          </span>
        </>
      )}
    </span>
  )
}

function LastWord({ row }: Of) {
  const language = useLanguage()
  if (!row.lastWord) return null
  const { at, what, text } = row.lastWord
  const day = dayInWords(today(Date.parse(at)), language)
  return (
    <span className="row-word">
      <span className="figure">{day}</span> {what}
      {text && (language === 'zh' ? `：${text}` : `: ${text}`)}
    </span>
  )
}

function Due({ row }: Of) {
  const language = useLanguage()
  const left = timeLeft(row, language)
  return (
    <span className="row-pair">
      {left && <span className={`figure due-${row.lamp}`}>{left}</span>}
      <DueDay row={row} />
    </span>
  )
}

function DueDay({ row }: Of) {
  const language = useLanguage()
  if (!row.dueDay) return null
  return (
    <time dateTime={row.dueDay} className="figure faint">
      {dayInWords(row.dueDay, language)}
    </time>
  )
}

/** On a card one lamp says both: how it stands and how long there is. */
function LampWithTime({ row }: Of) {
  return <Lamp state={row.lamp} word={timeLeft(row, useLanguage()) ?? undefined} />
}

function Next({ row }: Of) {
  if (row.next.turn === 'nobody') return <span aria-hidden="true">—</span>
  const yours = row.next.turn === 'you'
  return (
    <span className={yours ? 'row-next row-next-yours' : 'row-next'}>
      {capitalised(row.next.text)}
      {yours && <ArrowRightOutlined aria-hidden="true" />}
    </span>
  )
}
