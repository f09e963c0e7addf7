import { ArrowRightOutlined } from '@ant-design/icons'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Day, dayInWords, today, weekdayInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { todayRoutes } from '#slices/followups/contract'
import { consoleMessages } from './console-messages.ts'
import './today-page.css'

type TodayItem = ResponseOf<typeof todayRoutes.today>['items'][number]

/** What waits for the person who looks, in the order of time; nothing else. */
export default function TodayPage() {
  const all = useTexts(consoleMessages)
  const t = all.today
  const language = useLanguage()
  const now = today()

  const columns: Column<TodayItem>[] = [
    {
      key: 'due',
      title: t.due,
      width: language === 'zh' ? '9em' : '8em',
      card: 'hide',
      render: ({ due }) => (due ? <Day day={due} near /> : <span className="faint">{t.undated}</span>),
    },
    {
      key: 'item',
      title: t.item,
      main: true,
      render: ({ title, subtitle }) => (
        <>
          {title}
          {subtitle && <span className="today-subtitle">{subtitle}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t.state,
      width: '11em',
      card: 'plain',
      render: ({ lamp, due }) => (
        <span className="today-state">
          <Lamp state={lamp} />
          <span className="today-due">{due && <Day day={due} near />}</span>
        </span>
      ),
    },
    {
      key: 'action',
      title: t.action,
      width: '12em',
      card: 'plain',
      render: ({ action }) => (
        <span className="today-action">
          {action}
          <ArrowRightOutlined aria-hidden="true" />
        </span>
      ),
    },
  ]

  return (
    <Page title={t.title} lead={t.lead(dayInWords(now, language), weekdayInWords(now, language))}>
      <DataList
        label={t.title}
        queryKey={['today']}
        load={({ after, signal }) => call(todayRoutes.today, { query: { after }, signal })}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        rowTitle={({ title }) => title}
        href={({ href }) => href}
        columns={columns}
        empty={<EmptyState title={t.empty}>{t.emptyDetail}</EmptyState>}
      />
    </Page>
  )
}
