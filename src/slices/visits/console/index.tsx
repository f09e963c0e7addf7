import { FileSearchOutlined, ReadOutlined, TagsOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind, RecordPanel } from '#ui/console-slice.ts'
import { suggestionMessages as names } from '../name-suggestion-messages.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'

const { zh, en } = visitDeskMessages

export const pages: ConsolePage[] = [
  {
    path: 'visits',
    title: { zh: zh.list.title, en: en.list.title },
    load: () => import('./visits-page.tsx'),
    needs: 'visit.read',
    nav: {
      label: { zh: zh.list.title, en: en.list.title },
      icon: FileSearchOutlined,
      order: 10,
      group: 'daily',
      words: 'diaoyan dy baodao bd visits reports',
    },
  },
  {
    path: 'visits/new',
    title: { zh: zh.read.title, en: en.read.title },
    load: () => import('./new-visit-page.tsx'),
    needs: 'visit.record',
  },
  {
    path: 'visits/:visit',
    title: { zh: zh.list.one, en: en.list.one },
    load: () => import('./visit-page.tsx'),
    needs: 'visit.read',
  },
  {
    path: 'names',
    title: { zh: names.zh.title, en: names.en.title },
    load: () => import('./names/names-page.tsx'),
    needs: 'name-suggestion.read',
    nav: {
      label: { zh: names.zh.title, en: names.en.title },
      icon: TagsOutlined,
      order: 20,
      group: 'records',
      words: 'bieming bm jiaofa jf youcheng yc names aliases suggestions',
    },
  },
]

/** On the pages of places and organisations: the visits that came there. */
export const panels: RecordPanel[] = [
  { on: 'place', needs: 'visit.read', load: () => import('./came-to-place.tsx') },
  { on: 'organisation', needs: 'visit.read', load: () => import('./came-to-organisation.tsx') },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'visit.record',
    label: { zh: zh.read.title, en: en.read.title },
    words: 'duru dr baodao bd xinjian read report new visit',
    icon: ReadOutlined,
    needs: 'visit.record',
    href: '/visits/new',
  },
  {
    id: 'visit.drafts',
    label: { zh: zh.list.seeDrafts, en: en.list.seeDrafts },
    words: 'daiqueren dqr drafts',
    icon: FileSearchOutlined,
    needs: 'visit.read',
    href: '/visits?state=draft',
  },
]

export const kinds: Record<string, RecordKind> = {
  'name-suggestion': { label: { zh: names.zh.record, en: names.en.record }, icon: TagsOutlined },
  visit: { label: { zh: zh.list.one, en: en.list.one }, icon: FileSearchOutlined },
}
