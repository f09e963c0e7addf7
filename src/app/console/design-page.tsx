import { Button, Checkbox, Input, Select, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { ConfirmText } from '#ui/confirm-text.tsx'
import { type Column, DataList } from '#ui/data-list.tsx'
import { DayPicker } from '#ui/day-picker.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Count, Money } from '#ui/figures.tsx'
import { FilePicker } from '#ui/file-picker.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { Lamp, type LampState } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { Mark } from '#ui/mark.tsx'
import { Monogram } from '#ui/monogram.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { QuotedText } from '#ui/quoted-text.tsx'
import { RecordLink } from '#ui/record-link.tsx'
import { type SavedView, SavedViews } from '#ui/saved-views.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { colours } from '#ui/tokens.ts'
import { useUndo } from '#ui/undo.tsx'
import { designMessages } from './design-messages.ts'
import { pageOfSamples, type Sample, samples } from './design-samples.ts'
import './design-page.css'

const schema = { lamp: oneOf('overdue', 'near', 'done'), lead: anyText(), q: anyText() }
const lamps: LampState[] = ['done', 'ontime', 'near', 'overdue', 'waiting', 'none']

/** Every component of the design system on one page, for the eye and for the checks. Not in the navigation. */
export default function DesignPage() {
  const t = useTexts(designMessages)
  return (
    <Page title={t.title} lead={t.lead} breadcrumbs={[{ title: t.home, href: '/' }]} actions={<Actions />}>
      <Section title={t.colours}>
        <ul className="swatches">
          {Object.entries(colours).map(([name, value]) => (
            <li key={name}>
              <span style={{ background: value }} />
              {name}
            </li>
          ))}
        </ul>
        <p className="design-row">
          <Mark size={20} /> <Mark size={28} /> <Mark size={56} />
          {t.organisations.map((name) => (
            <Monogram key={name} name={name} />
          ))}
        </p>
      </Section>
      <Section title={t.lamps}>
        <p className="design-row">
          {lamps.map((state) => (
            <Lamp key={state} state={state} />
          ))}
          <Lamp state="near" word={t.threeDays} />
        </p>
        <p className="design-row">
          <Count value={1284} unit={t.items} />
          <Money fen={128_430_050} />
        </p>
      </Section>
      <Section title={t.words}>
        <QuotedText source={t.source}>{t.quote}</QuotedText>
        <p>
          <RecordLink kind={t.visit} title={t.visitTitle} href="/design" subtitle={t.visitSubtitle} />
        </p>
        <Timeline label={t.story} rows={t.rows.map((row, at) => ({ ...row, id: String(at) }))} />
      </Section>
      <ListSection />
      <FormSection />
      <Section title={t.problems}>
        <ProblemNotice problem={new Error('sample')} onRetry={() => undefined} />
        <EmptyState title={t.emptyTitle} action={<Button>{t.emptyAction}</Button>}>
          {t.emptyText}
        </EmptyState>
      </Section>
    </Page>
  )
}

function Actions() {
  const t = useTexts(designMessages)
  const done = useUndo()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.openDialog}</Button>
      <Button type="primary" onClick={() => done({ message: t.signed, undo: () => undefined })}>
        {t.sign}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.openDialog}>
        <p>{t.lead}</p>
        <Select aria-label={t.lead} options={t.leads} defaultValue={t.leads[0]?.value} />
      </Dialog>
    </>
  )
}

function ListSection() {
  const t = useTexts(designMessages)
  const filters = useAddressFilters(schema)
  const [views, setViews] = useState<SavedView[]>([{ id: 'late', name: t.lateView, search: 'lamp=overdue' }])
  const columns: Column<Sample>[] = [
    { key: 'lamp', title: t.state, width: '9em', card: 'plain', render: ({ lamp }) => <Lamp state={lamp} /> },
    {
      key: 'title',
      title: t.directive,
      main: true,
      render: ({ at }) => t.directives[at % t.directives.length],
    },
    {
      key: 'lead',
      title: t.leadBy,
      width: '10em',
      render: ({ at }) => t.organisations[at % t.organisations.length],
    },
    {
      key: 'hours',
      title: t.amount,
      width: '7em',
      numeric: true,
      render: ({ at }) => <Count value={at * 137} />,
    },
  ]
  return (
    <Section title={t.list}>
      <SavedViews
        views={views}
        current={filters.search}
        onSave={async (name) => setViews([...views, { id: name, name, search: filters.search }])}
        onRemove={async (view) => setViews(views.filter(({ id }) => id !== view.id))}
      />
      <FilterSentence
        filters={filters}
        sentence={t.sentence}
        choices={{
          lamp: { label: t.state, any: t.anyState, options: t.states },
          lead: { label: t.leadBy, any: t.anyLead, options: t.leads },
        }}
        search={{ filter: 'q', label: t.searchList }}
      />
      <DataList
        label={t.list}
        queryKey={['design', filters.values]}
        load={({ after }) => pageOfSamples(samples, filters.values.lamp, after)}
        rowKey={({ at }) => String(at)}
        rowTitle={({ at }) => t.directives[at % t.directives.length] ?? ''}
        href={() => '/design'}
        columns={columns}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
        selection={(ids) => <Button>{t.remind(ids.length)}</Button>}
      />
    </Section>
  )
}

function FormSection() {
  const t = useTexts(designMessages)
  const [day, setDay] = useState<string | null>('2026-11-30')
  const [files, setFiles] = useState<File[]>([])
  return (
    <Section title={t.form}>
      <div className="design-form">
        <DayPicker
          label={t.due}
          value={day}
          onChange={setDay}
          hint={t.threeDays}
          suggestions={[
            { label: t.inFive, day: '2026-12-02' },
            { label: t.monthEnd, day: '2026-11-30' },
          ]}
        />
        <FilePicker label={t.evidence} files={files} onChange={setFiles} accept=".pdf,.docx,image/*" zone />
        <ConfirmText
          label={t.progress}
          hint={t.progressHint}
          action={t.report}
          onConfirm={async () => undefined}
          attachments={{}}
        />
        <label className="design-label">
          {t.name}
          <Input placeholder={t.namePlaceholder} />
        </label>
        <label className="design-label">
          {t.disabled}
          <Input disabled value={t.visitTitle} />
        </label>
        <Select aria-label={t.leadBy} options={t.leads} placeholder={t.anyLead} />
        <Checkbox defaultChecked>{t.agree}</Checkbox>
        <Checkbox disabled>{t.disabled}</Checkbox>
        <p className="design-row">
          <Button>{t.report}</Button>
          <Button type="primary">{t.sign}</Button>
          <Button danger>{t.close}</Button>
          <Button disabled>{t.disabled}</Button>
          <Button type="link">{t.visit}</Button>
          <Tag>{t.visit}</Tag>
          <Tag color="success">{t.done}</Tag>
          <Tag color="warning">{t.near}</Tag>
          <Tag color="error">{t.late}</Tag>
        </p>
        <Tabs
          items={[
            { key: 'a', label: t.list, children: t.lead },
            { key: 'b', label: t.form, children: t.quote },
          ]}
        />
      </div>
    </Section>
  )
}
