import { MessageOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { requestMessages } from '../request-messages.ts'

const { zh, en } = requestMessages

export const pages: ConsolePage[] = [
  {
    path: 'requests',
    title: { zh: zh.title, en: en.title },
    load: () => import('./requests-page.tsx'),
    needs: 'request.read',
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: MessageOutlined,
      order: 25,
      group: 'records',
      words: 'suqiu sq qunzhong jianyi tousu ts zixun laixin requests complaints',
    },
  },
  {
    path: 'requests/:request',
    title: { zh: zh.record, en: en.record },
    load: () => import('./request-page.tsx'),
    needs: 'request.read',
  },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'request.received',
    label: { zh: '看待交办的诉求', en: 'Show requests to hand on' },
    words: 'daijiaoban djb suqiu sq requests',
    icon: MessageOutlined,
    needs: 'request.manage',
    href: '/requests?state=received',
  },
]

export const kinds: Record<string, RecordKind> = {
  request: { label: { zh: zh.record, en: en.record }, icon: MessageOutlined },
}
