import { messages } from '#platform/i18n/messages.ts'

interface BriefWords {
  file: string
  title(visit: string): string
  overview: string
  sites: string
  directives: string
  open: string
  /** People as they are written one after the other; those with the same titles share them. */
  people(people: readonly { name: string; titles: readonly string[] }[]): string
  visited(visit: {
    day: string | null
    lead: string | null
    companions: string | null
    sites: readonly string[]
    meeting: string | null
  }): string
  counted(
    counts: Record<
      'all' | 'closed' | 'review' | 'running' | 'assigned' | 'open' | 'withdrawn' | 'overdue',
      number
    >,
  ): string
  noSites: string
  nothingNoted: string
  seen(remarks: readonly string[]): string
  praised(remarks: readonly string[]): string
  directiveTitle(number: string, places: readonly string[]): string
  said(force: string): string
  facts(of: { lead: string | null; due: string | null; deadline: string | null; state: string }): string
  also(lamp: string): string
  lastWord(day: string, step: string, text: string): string
  openItem(number: string, waits: string, left: string | null, extensionAsked: boolean): string
  nothingOpen: string
}

/** A remark of a report often ends in a mark of its own; one is enough. */
const bare = (text: string) => text.replace(/[。；，、;,.\s]+$/u, '')

function sameTitles(before: { titles: readonly string[] } | undefined, titles: readonly string[]): boolean {
  return before !== undefined && titles.length > 0 && before.titles.join('、') === titles.join('、')
}

export const briefMessages = messages<BriefWords>({
  zh: {
    file: '调研要求办理情况',
    title: (visit) =>
      `关于“${bare(visit).replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))}”所提要求办理情况的报告`,
    overview: '调研概况',
    sites: '点位情况',
    directives: '要求及办理情况',
    open: '待办',
    people: (people) =>
      people
        .map(({ name, titles }, i) =>
          sameTitles(people[i - 1], titles) ? name : `${titles.join('、')}${name}`,
        )
        .join('、'),
    visited: ({ day, lead, companions, sites, meeting }) =>
      [
        `${day ? `${day}，` : ''}${lead ? `${lead}一行` : '调研组'}到我县调研`,
        companions ? `，${companions}参加` : '',
        '。',
        sites.length ? `先后到${sites.join('、')}，共${sites.length}个点位` : '',
        sites.length && meeting ? '，并召开座谈会' : meeting ? '召开座谈会' : '',
        sites.length || meeting ? '。' : '',
      ].join(''),
    counted: ({ all, closed, review, running, assigned, open, withdrawn, overdue }) => {
      const parts = [
        closed && `已办结${closed}项`,
        review && `待审核${review}项`,
        running && `办理中${running}项`,
        assigned && `待签收${assigned}项`,
        open && `待交办${open}项`,
        withdrawn && `已撤销${withdrawn}项`,
      ].filter(Boolean)
      return `所提要求立项督办${all}项：${parts.join('，')}${overdue ? `；其中超期${overdue}项` : ''}。`
    },
    noSites: '报道未列点位。',
    nothingNoted: '报道未作具体记述。',
    seen: (remarks) => `了解情况：${remarks.map(bare).join('；')}。`,
    praised: (remarks) => `予以肯定：${remarks.map(bare).join('；')}。`,
    directiveTitle: (number, places) => `${number}　${places.join('、')}`,
    said: (force) => `${force}：`,
    facts: ({ lead, due, deadline, state }) =>
      `牵头单位：${lead ?? '未定'}；办结期限：${due ?? (deadline ? `未定（报道称“${deadline}”）` : '未定')}；办理状态：${state}。`,
    also: (lamp) => `，${lamp}`,
    lastWord: (day, step, text) => `最近进展（${day}${step}）：${bare(text)}。`,
    openItem: (number, waits, left, extensionAsked) =>
      `${number}：${waits}${left ? `，${left}` : ''}${extensionAsked ? '；延期申请待审批' : ''}。`,
    nothingOpen: '各项要求均已办结，没有待办事项。',
  },
  en: {
    file: 'Visit brief',
    title: (visit) => `What became of the directives of “${bare(visit)}”`,
    overview: 'The visit',
    sites: 'Sites',
    directives: 'Directives and how far they are',
    open: 'Still to be done',
    people: (people) =>
      people.map(({ name, titles }) => (titles.length ? `${name} (${titles.join(', ')})` : name)).join('; '),
    visited: ({ day, lead, companions, sites, meeting }) =>
      [
        `${day ? `On ${day} ` : ''}${lead ?? 'the visitors'} visited the county.`,
        companions ? ` With them: ${companions}.` : '',
        sites.length
          ? ` They saw ${sites.length} site${sites.length === 1 ? '' : 's'}: ${sites.join('; ')}.`
          : '',
        meeting ? ' A meeting was held.' : '',
      ].join(''),
    counted: ({ all, closed, review, running, assigned, open, withdrawn, overdue }) => {
      const parts = [
        closed && `${closed} closed`,
        review && `${review} waiting for review`,
        running && `${running} under way`,
        assigned && `${assigned} not signed for yet`,
        open && `${open} not assigned yet`,
        withdrawn && `${withdrawn} withdrawn`,
      ].filter(Boolean)
      return `${all} follow-up${all === 1 ? ' was' : 's were'} opened: ${parts.join(', ')}.${overdue ? ` Overdue: ${overdue}.` : ''}`
    },
    noSites: 'The report names no sites.',
    nothingNoted: 'The report says nothing particular about it.',
    seen: (remarks) => `Seen: ${remarks.map(bare).join('; ')}.`,
    praised: (remarks) => `Praised: ${remarks.map(bare).join('; ')}.`,
    directiveTitle: (number, places) => `${number}: ${places.join(', ')}`,
    said: (force) => `(${force}) `,
    facts: ({ lead, due, deadline, state }) =>
      `Lead: ${lead ?? 'none yet'}. Due: ${due ?? (deadline ? `none set (the report says “${deadline}”)` : 'none set')}. State: ${state}.`,
    also: (lamp) => `, ${lamp}`,
    lastWord: (day, step, text) => `Last word (${day}, ${step}): ${bare(text)}.`,
    openItem: (number, waits, left, extensionAsked) =>
      `${number} ${waits}${left ? ` (${left})` : ''}${extensionAsked ? '; a later day was asked for' : ''}.`,
    nothingOpen: 'Everything that was asked for is closed.',
  },
})
