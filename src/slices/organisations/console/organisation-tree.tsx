import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { dayInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Monogram } from '#ui/monogram.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { Tree, TreeGroup, TreeItem, treeMemory } from '#ui/tree.tsx'
import { nameIn } from '../organisation.ts'
import { organisationMessages } from '../organisation-messages.ts'
import { belowQuery, type OrganisationRow, rootQuery } from './organisation-queries.ts'
import './organisation-tree.css'

type Branch = Omit<OrganisationRow, 'children'> & { children: number | null }

const memory = treeMemory()

/** The tree of the county. A branch asks for what is below it when it is unfolded, and not before. */
export function OrganisationTree() {
  const t = useTexts(organisationMessages)
  const root = useQuery(rootQuery)
  if (root.isPending) return <p className="faint">{t.loadingBelow}</p>
  if (root.isError) return <ProblemNotice problem={root.error} onRetry={() => void root.refetch()} />
  if (!root.data) return <EmptyState title={t.none} />
  return (
    <div className="organisation-tree">
      <Tree label={t.tree} keys={t.treeKeys} first={root.data.id} memory={memory}>
        <Organisation organisation={{ ...root.data, children: null }} level={1} openAtFirst />
      </Tree>
    </div>
  )
}

interface OrganisationProps {
  organisation: Branch
  level: number
  openAtFirst?: boolean
}

function Organisation({ organisation, level, openAtFirst }: OrganisationProps) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  const { id, kind, closedOn, children } = organisation
  const name = nameIn(organisation, language)
  return (
    <TreeItem
      id={id}
      level={level}
      branches={children !== 0}
      openAtFirst={openAtFirst}
      below={() => <Below parent={id} level={level + 1} />}
      words={({ id: label, here }) => (
        <>
          <Monogram name={name} />
          <span className="organisation-words" id={label}>
            <Link to={`/organisations/${id}`} tabIndex={-1} onClick={here}>
              {name}
            </Link>
            <span className="organisation-facts">
              <span>{t.kinds[kind]}</span>
              {children !== null && children > 0 && <span>{t.below(children)}</span>}
              {closedOn && (
                <span className="organisation-ended">{t.closed(dayInWords(closedOn, language))}</span>
              )}
            </span>
          </span>
        </>
      )}
    />
  )
}

function Below({ parent, level }: { parent: string; level: number }) {
  const t = useTexts(organisationMessages)
  const below = useQuery(belowQuery(parent))
  if (below.isPending) {
    return (
      <p className="faint tree-waiting" role="status">
        {t.loadingBelow}
      </p>
    )
  }
  if (below.isError) return <ProblemNotice problem={below.error} onRetry={() => void below.refetch()} />
  return (
    <TreeGroup>
      {below.data.map((organisation) => (
        <Organisation key={organisation.id} organisation={organisation} level={level} />
      ))}
    </TreeGroup>
  )
}
