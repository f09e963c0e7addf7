import { AuditOutlined, TeamOutlined, UserAddOutlined, UserOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { personMessages } from '../person-messages.ts'

const { zh, en } = personMessages
const needs = 'person.manage'

export const pages: ConsolePage[] = [
  {
    path: 'people',
    title: { zh: zh.title, en: en.title },
    load: () => import('./people-page.tsx'),
    needs,
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: TeamOutlined,
      order: 20,
      group: 'settings',
      words: 'renyuan ry zhanghao zh people accounts',
    },
  },
  {
    path: 'people/new',
    title: { zh: zh.add, en: en.add },
    load: () => import('./add-person-page.tsx'),
    needs,
  },
  {
    path: 'people/:person',
    title: { zh: zh.record, en: en.record },
    load: () => import('./person-page.tsx'),
    needs,
  },
  {
    path: 'ledger',
    title: { zh: zh.ledger.title, en: en.ledger.title },
    load: () => import('./ledger-page.tsx'),
    needs: 'event.read',
    nav: {
      label: { zh: zh.ledger.title, en: en.ledger.title },
      icon: AuditOutlined,
      order: 30,
      group: 'settings',
      words: 'caozuorizhi czrz rizhi shenji sj ledger audit',
    },
  },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'person.add',
    label: { zh: zh.add, en: en.add },
    words: 'xinzengrenyuan xzry add person',
    icon: UserAddOutlined,
    needs,
    href: '/people/new',
  },
]

export const kinds: Record<string, RecordKind> = {
  person: { label: { zh: zh.record, en: en.record }, icon: UserOutlined },
}
