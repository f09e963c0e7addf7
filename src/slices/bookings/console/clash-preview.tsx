import type { ResponseOf } from '#platform/contracts/route.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import type { bookingRoutes } from '../booking-contract.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { timesInWords } from './booking-times.ts'
import type { Choice, Choices } from './wish.ts'

type Occurrence = ResponseOf<typeof bookingRoutes.clashes>['occurrences'][number]

interface Props {
  occurrences: readonly Occurrence[]
  choices: Choices
  onChoose: (starts: string, choice: Choice) => void
  /** One that is not repeated has nothing to skip to. */
  once: boolean
}

/** Each time that is asked for: free, or what is in its way, and what shall become of it. */
export function ClashPreview({ occurrences, choices, onChoose, once }: Props) {
  const t = useTexts(bookingPageMessages)
  return (
    <>
      {occurrences.some(({ clashes }) => clashes.length > 0) && <p>{t.previewHint}</p>}
      <ol className="book-preview">
        {occurrences.map((one) => (
          <Row key={one.starts} one={one} chosen={choices[one.starts]} onChoose={onChoose} once={once} />
        ))}
      </ol>
    </>
  )
}

interface RowProps {
  one: Occurrence
  chosen: Choice | undefined
  onChoose: Props['onChoose']
  once: boolean
}

function Row({ one, chosen, onChoose, once }: RowProps) {
  const t = useTexts(bookingPageMessages)
  const language = useLanguage()
  const { starts, ends, clashes, inHours, holiday, elsewhere } = one
  const when = timesInWords(one, language)
  const options: { value: string; label: string; choice: Choice }[] = [
    ...(once ? [] : [{ value: 'skip', label: t.skip, choice: { choice: 'skip' } as const }]),
    ...(elsewhere?.times ?? []).map((to) => ({
      value: `time ${to.starts}`,
      label: t.moveTime(timesInWords(to, language)),
      choice: { choice: 'move' as const, to },
    })),
    ...(elsewhere?.rooms ?? []).map((room) => ({
      value: `room ${room.id}`,
      label: t.moveRoom(room.name),
      choice: { choice: 'move' as const, to: { starts, ends, rooms: [room.id] } },
    })),
    { value: 'wait', label: t.wait, choice: { choice: 'wait' } },
  ]
  const value = options.find(({ choice }) => JSON.stringify(choice) === JSON.stringify(chosen))?.value ?? ''
  return (
    <li>
      <span>
        {when} {holiday && language === 'zh' && <span className="faint">{holiday}</span>}{' '}
        {inHours === false && <span className="faint">{t.outside}</span>}
      </span>
      {clashes.length === 0 ? (
        <Lamp state="done" word={t.isFree} />
      ) : (
        <>
          <Lamp
            state="overdue"
            word={clashes.map((clash) => t.takenBy(clash.name, timesInWords(clash, language))).join('；')}
          />
          <select
            aria-label={t.choiceOf(when)}
            value={value}
            onChange={(event) => {
              const option = options.find((choice) => choice.value === event.target.value)
              if (option) onChoose(starts, option.choice)
            }}
          >
            <option value="" disabled>
              {t.choose}
            </option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </>
      )}
    </li>
  )
}
