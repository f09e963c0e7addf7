import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { type Column, DataList } from '#ui/data-list.tsx'
import { dayInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordPanels } from '#ui/record-panels.tsx'
import { nameIn } from '../organisation.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { AddOrganisation } from './add-organisation-form.tsx'
import { CloseOrganisation } from './close-organisation-form.tsx'
import { useOpenForm } from '#ui/open-form.ts'
import {
  belowQuery,
  organisationQuery,
  organisationsKey,
  type OrganisationRow,
  type OrganisationShown,
} from './organisation-queries.ts'
import { OtherNames } from './other-names.tsx'
import { OrganisationState } from './organisation-state.tsx'
import { RenameOrganisation } from './rename-organisation-form.tsx'
import './organisation-page.css'

/** One organisation: what stands above it, what stands below, and what may be done with it. */
export default function OrganisationPage() {
  const t = useTexts(organisationMessages)
  const { organisation = '' } = useParams()
  const found = useQuery(organisationQuery(organisation))
  if (found.data) return <Shown key={organisation} organisation={found.data} />
  return (
    <Page title={t.record} breadcrumbs={[{ title: t.title, href: '/organisations' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

function Shown({ organisation }: { organisation: OrganisationShown }) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const { ancestors, actions, kind, closedOn, id } = organisation
  const form = useOpenForm(actions)
  const above = ancestors.map((one) => ({ title: nameIn(one, language), href: `/organisations/${one.id}` }))
  return (
    <Page
      title={nameIn(organisation, language)}
      lead={t.kinds[kind]}
      breadcrumbs={[{ title: t.title, href: '/organisations' }, ...above]}
      width="text"
      actions={
        !form.open &&
        actions.map((action) => (
          <Button
            key={action}
            type={action === 'add' ? 'primary' : 'default'}
            onClick={() => form.show(action)}
          >
            {t[action]}
          </Button>
        ))
      }
    >
      {closedOn && (
        <p className="organisation-closed">
          <Lamp state="none" word={t.closed(dayInWords(closedOn, language))} />
        </p>
      )}
      {form.open === 'add' && <AddOrganisation parent={organisation} onClose={form.close} />}
      {form.open === 'rename' && <RenameOrganisation organisation={organisation} onClose={form.close} />}
      {form.open === 'close' && <CloseOrganisation organisation={organisation} onClose={form.close} />}
      <Section title={t.about}>
        <dl className="facts">
          <Fact name={t.name}>{organisation.name}</Fact>
          <Fact name={t.shortName}>{organisation.shortName}</Fact>
          {organisation.nameEn && <Fact name={t.englishName}>{organisation.nameEn}</Fact>}
          <Fact name={t.kind}>{t.kinds[kind]}</Fact>
          <Fact name={t.state}>{closedOn ? t.closed(dayInWords(closedOn, language)) : t.standing}</Fact>
        </dl>
      </Section>
      <OtherNames organisation={organisation} />
      <RecordPanels kind="organisation" id={id} />
      <Section title={t.belowTitle}>
        <Below parent={id} />
      </Section>
    </Page>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Below({ parent }: { parent: string }) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const below = useQuery(belowQuery(parent))
  const columns: Column<OrganisationRow>[] = [
    { key: 'name', title: t.name, main: true, render: (row) => nameIn(row, language) },
    { key: 'kind', title: t.kind, width: '14em', card: 'plain', render: (row) => t.kinds[row.kind] },
    {
      key: 'below',
      title: t.belowTitle,
      width: '10em',
      card: 'plain',
      render: (row) => <OrganisationState row={row} />,
    },
  ]
  if (below.isError) return <ProblemNotice problem={below.error} onRetry={() => void below.refetch()} />
  if (!below.data) return <p className="faint">{t.loadingBelow}</p>
  return (
    <DataList
      label={t.belowTitle}
      queryKey={[...organisationsKey, 'shown-below', parent, below.dataUpdatedAt]}
      load={async () => ({ items: below.data, next: null, total: below.data.length })}
      rowKey={(row) => row.id}
      rowTitle={(row) => nameIn(row, language)}
      href={(row) => `/organisations/${row.id}`}
      columns={columns}
      empty={<EmptyState title={t.noneBelow}>{t.noneBelowHint}</EmptyState>}
    />
  )
}
