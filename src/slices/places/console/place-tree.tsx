import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { languageOf } from '#ui/language-of.ts'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { Tree, TreeGroup, TreeItem, treeMemory } from '#ui/tree.tsx'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'
import { belowQuery, type PlaceRow, treePage } from './place-queries.ts'
import './place-tree.css'

const memory = treeMemory()

/** The county's open places. A branch asks for what is below it when it is unfolded, and not before. */
export function PlaceTree({ empty }: { empty: ReactNode }) {
  const t = useTexts(placePageMessages)
  const top = useLevel('top')
  if (top.state) return top.state
  const [first] = top.rows
  if (!first) return <>{empty}</>
  return (
    <>
      <Tree label={t.tree} keys={t.treeKeys} first={first.id} memory={memory}>
        {top.rows.map((place) => (
          <Place key={place.id} place={place} level={1} />
        ))}
      </Tree>
      {top.more}
    </>
  )
}

/** The places of one level as far as they were asked for: waiting or failed, the rows, the button for more. */
function useLevel(parent: string): { state?: ReactNode; rows: PlaceRow[]; more: ReactNode } {
  const t = useTexts(placePageMessages)
  const level = useInfiniteQuery(belowQuery(parent))
  if (level.isPending) {
    return {
      state: (
        <p className="faint tree-waiting" role="status">
          {t.loading}
        </p>
      ),
      rows: [],
      more: null,
    }
  }
  if (level.isError) {
    const again = () => void level.refetch()
    return { state: <ProblemNotice problem={level.error} onRetry={again} />, rows: [], more: null }
  }
  const rows = level.data.pages.flatMap(({ items }) => items)
  const left = (level.data.pages[0]?.total ?? 0) - rows.length
  return {
    rows,
    more: level.hasNextPage && (
      <div className="tree-more">
        <Button onClick={() => void level.fetchNextPage()} loading={level.isFetchingNextPage}>
          {t.more(Math.min(treePage, Math.max(left, 1)))}
        </Button>
      </div>
    ),
  }
}

function Place({ place, level }: { place: PlaceRow; level: number }) {
  const t = useTexts(placePageMessages)
  const { kinds } = useTexts(placeMessages)
  const { id, name, kind, village, keeper, below } = place
  return (
    <TreeItem
      id={id}
      level={level}
      branches={below > 0}
      below={() => <Below parent={id} level={level + 1} />}
      words={({ id: label, here }) => (
        <span className="place-words" id={label}>
          <Link to={`/places/${id}`} tabIndex={-1} onClick={here} lang={languageOf(name)}>
            {name}
          </Link>
          <span>{kinds[kind]}</span>
          <span lang="zh-Hans">{village && [village.township, village.name].filter(Boolean).join(' ')}</span>
          <span className="place-keeper">{keeper.name}</span>
          <span className="place-below">{below > 0 ? t.below(below) : ''}</span>
        </span>
      )}
    />
  )
}

function Below({ parent, level }: { parent: string; level: number }) {
  const { state, rows, more } = useLevel(parent)
  if (state) return state
  return (
    <>
      <TreeGroup>
        {rows.map((place) => (
          <Place key={place.id} place={place} level={level} />
        ))}
      </TreeGroup>
      {more}
    </>
  )
}
