import type { Language } from '#platform/i18n/messages.ts'
import type { Outgoing, OutwardName } from '#platform/notify/channel.ts'
import type { NoticeRow } from '#platform/notify/notice-store.ts'
import { manyIn, type Template, wordsOf } from '#platform/notify/template.ts'
import type { House } from '#platform/slice.ts'
import { noticeMessages } from './notice-messages.ts'

/** So many of a digest are named one by one. */
const mostNamed = 20

/**
 * One message out of one notice, or out of several of a kind: its title then counts them, its lines name them. Words
 * are those of the recipient's language.
 */
export function composeMessage(
  house: Pick<House, 'templates'>,
  notices: readonly NoticeRow[],
  to: { id: string; channel: OutwardName; address: string; name: string },
): Outgoing {
  const [first] = notices
  const language = first?.language ?? 'zh'
  const template = house.templates().get(first?.template ?? '')
  const said = notices.map((notice) => saidBy(template, notice, language))
  const { title, lines } = template && said.length > 1 ? together(template, said, language) : alone(said)
  const closing =
    to.channel === 'smtp' ? ['', noticeMessages[language].mailCloses, ...linkOf(process.env)] : []
  return {
    id: to.id,
    to: to.address,
    name: to.name,
    language,
    title,
    text: [...lines, ...closing].join('\n'),
    template: first?.template ?? '',
    values: notices.map(({ values }) => values ?? {}),
  }
}

interface Said {
  title: string
  body: string
}

function alone([only]: readonly Said[]): { title: string; lines: string[] } {
  return { title: only?.title ?? '', lines: only ? [only.body] : [] }
}

function together(template: Template, said: readonly Said[], language: Language) {
  const named = said.slice(0, mostNamed).map(({ title }, i) => `${i + 1}. ${title}`)
  const more = said.length - named.length
  return {
    title: manyIn(template, said.length, language),
    lines: more > 0 ? [...named, noticeMessages[language].andMore(more)] : named,
  }
}

/** What a notice says; a template that is gone says only what it was called. */
export function saidBy(template: Template | undefined, notice: NoticeRow, language: Language): Said {
  if (!template) return { title: notice.template, body: '' }
  if (notice.values === null) return { title: template.label[language], body: '' }
  return wordsOf(template, notice.values, language)
}

/** Where the console is, for whoever reads a mail away from it. */
function linkOf({ DAQIAO_ADDRESS: address }: NodeJS.ProcessEnv): string[] {
  return address && URL.canParse(address) ? [new URL('/my-notices', address).href] : []
}
