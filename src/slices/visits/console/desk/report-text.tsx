import { memo } from 'react'
import type { Paragraph, Piece } from './segment-report.ts'
import './report-text.css'

/** Which reading stands on the desk: repaired, as found, or the two beside each other. */
export type TextView = 'repaired' | 'found' | 'both'

interface ReportTextProps {
  paragraphs: readonly Paragraph[]
  /** For `both`: the paragraph as found that stands beside each. */
  beside: readonly (Paragraph | null)[] | null
  /** Whether the one text that is shown is the text as found. */
  found: boolean
  foundTitle: string
  repairedTitle: string
}

/**
 * The report as runs of text. What is hovered, asked about or walked to is marked on the elements themselves
 * (see `join-sides.ts`), so that none of it renders the text again.
 */
export const ReportText = memo(function ReportText(props: ReportTextProps) {
  const { paragraphs, beside, found, foundTitle, repairedTitle } = props
  if (!beside) {
    return (
      <div className="report" lang="zh-Hans">
        {paragraphs.map((paragraph) => (
          <ParagraphRuns key={`${paragraph.start}-${paragraph.end}`} paragraph={paragraph} found={found} />
        ))}
      </div>
    )
  }
  return (
    <div className="report report-both" lang="zh-Hans">
      <div className="report-row report-titles">
        <p>{foundTitle}</p>
        <p>{repairedTitle}</p>
      </div>
      {paragraphs.map((paragraph, at) => (
        <div key={`${paragraph.start}-${paragraph.end}`} className="report-row">
          {beside[at] ? <ParagraphRuns paragraph={beside[at]} found /> : <p />}
          <ParagraphRuns paragraph={paragraph} />
        </div>
      ))}
    </div>
  )
})

const ParagraphRuns = memo(
  function ParagraphRuns({ paragraph, found = false }: { paragraph: Paragraph; found?: boolean }) {
    const isTitle = paragraph.pieces.some(({ keys }) => keys.split(' ').includes('title'))
    return (
      <p className={`report-paragraph${found ? ' report-found' : ''}${isTitle ? ' report-title' : ''}`}>
        {paragraph.pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a paragraph have no other name.
          <Run key={at} piece={piece} />
        ))}
      </p>
    )
  },
  (before, after) => before.paragraph.signature === after.paragraph.signature && before.found === after.found,
)

function Run({ piece }: { piece: Piece }) {
  const { text, start, end, name, sentence, keys, nearest, mark, state } = piece
  const outer = sentence ?? name
  const inner = sentence && name
  return (
    <span
      className={outer ? `taken taken-${outer}` : undefined}
      data-start={start}
      data-end={end}
      data-keys={keys || undefined}
      data-nearest={nearest || undefined}
      data-mark={mark ?? undefined}
      data-state={state === 'plain' ? undefined : state}
    >
      {inner ? <span className={`taken taken-${inner}`}>{text}</span> : text}
    </span>
  )
}
