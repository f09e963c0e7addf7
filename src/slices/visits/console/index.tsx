import { FileSearchOutlined, ReadOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
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
  visit: { label: { zh: zh.list.one, en: en.list.one }, icon: FileSearchOutlined },
}
