import { FieldTimeOutlined, PlusOutlined, SolutionOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind, RecordPanel } from '#ui/console-slice.ts'
import { serviceMessages } from '../service-messages.ts'
import { servicePageMessages } from '../service-page-messages.ts'

const { zh, en } = serviceMessages
const page = servicePageMessages

export const pages: ConsolePage[] = [
  {
    path: 'services',
    title: { zh: zh.title, en: en.title },
    load: () => import('./services-page.tsx'),
    needs: 'service.read',
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: SolutionOutlined,
      order: 12,
      group: 'records',
      words: 'fuwu fw shixiang sx banshi bs services',
    },
  },
  {
    path: 'services/new',
    title: { zh: page.zh.add, en: page.en.add },
    load: () => import('./add-service-page.tsx'),
    needs: 'service.manage',
  },
  {
    path: 'services/freshness',
    title: { zh: page.zh.freshness, en: page.en.freshness },
    load: () => import('./freshness-page.tsx'),
    needs: 'service.read',
  },
  {
    path: 'services/:service',
    title: { zh: zh.record, en: en.record },
    load: () => import('./service-page.tsx'),
    needs: 'service.read',
  },
]

export const panels: RecordPanel[] = [
  { on: 'place', needs: 'service.read', load: () => import('./given-at-place.tsx') },
  { on: 'organisation', needs: 'service.read', load: () => import('./given-by-organisation.tsx') },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'service.add',
    label: { zh: page.zh.add, en: page.en.add },
    words: 'dengjifuwu djfw xinzeng add service',
    icon: PlusOutlined,
    needs: 'service.manage',
    href: '/services/new',
  },
  {
    id: 'service.unchecked',
    label: { zh: '看本单位该核对的服务事项', en: 'Show the services of my organisation that need checking' },
    words: 'hedui hd guoqi gq stale check services',
    icon: FieldTimeOutlined,
    needs: 'service.manage',
    href: '/services?keeper=mine&state=unchecked',
  },
  {
    id: 'service.freshness',
    label: { zh: page.zh.freshness, en: page.en.freshness },
    words: 'heduiqixian hdqx freshness',
    icon: FieldTimeOutlined,
    needs: 'service.set-freshness',
    href: '/services/freshness',
  },
]

export const kinds: Record<string, RecordKind> = {
  service: { label: { zh: zh.record, en: en.record }, icon: SolutionOutlined },
}
