import {
  BellOutlined,
  MailOutlined,
  NotificationOutlined,
  PhoneOutlined,
  SettingOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { noticeDoorMessages } from '../notice-door-messages.ts'

const { zh, en } = noticeDoorMessages

export const pages: ConsolePage[] = [
  { path: 'my-notices', title: { zh: zh.mine, en: en.mine }, load: () => import('./my-notices-page.tsx') },
  {
    path: 'notices',
    title: { zh: zh.outbox, en: en.outbox },
    load: () => import('./outbox-page.tsx'),
    needs: 'notice.read',
    nav: {
      label: { zh: zh.outbox, en: en.outbox },
      icon: MailOutlined,
      order: 40,
      group: 'settings',
      words: 'fajianxiang fjx tongzhi tz duanxin youjian outbox',
    },
  },
  {
    path: 'notices/alarms',
    title: { zh: zh.alarms, en: en.alarms },
    load: () => import('./alarms-page.tsx'),
    needs: 'notice.tell',
    nav: {
      label: { zh: zh.alarms, en: en.alarms },
      icon: NotificationOutlined,
      order: 80,
      group: 'records',
      words: 'meiyoutongzhidaoren weitongzhi wtz alarms',
    },
  },
  {
    path: 'notices/calls',
    title: { zh: zh.calls, en: en.calls },
    load: () => import('./calls-page.tsx'),
    needs: 'notice.tell',
    nav: {
      label: { zh: zh.calls, en: en.calls },
      icon: PhoneOutlined,
      order: 81,
      group: 'records',
      words: 'dianhuatongzhidan dhtzd dianhua calls',
    },
  },
  {
    path: 'notices/settings',
    title: { zh: zh.settings, en: en.settings },
    load: () => import('./settings-page.tsx'),
    needs: 'notice.manage',
    nav: {
      label: { zh: zh.settings, en: en.settings },
      icon: SettingOutlined,
      order: 50,
      group: 'settings',
      words: 'tongzhishezhi tzsz qudao settings',
    },
  },
  {
    path: 'notices/:notice',
    title: { zh: zh.notice, en: en.notice },
    load: () => import('./notice-page.tsx'),
    needs: 'notice.read',
  },
  {
    path: 'jobs',
    title: { zh: zh.jobs, en: en.jobs },
    load: () => import('./jobs-page.tsx'),
    needs: 'job.manage',
    nav: {
      label: { zh: zh.jobs, en: en.jobs },
      icon: ToolOutlined,
      order: 60,
      group: 'settings',
      words: 'houtaigongzuo htgz jobs',
    },
  },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'notice.mine',
    label: { zh: zh.mine, en: en.mine },
    words: 'wodetongzhi wdtz inbox',
    icon: BellOutlined,
    href: '/my-notices',
  },
]

export const kinds: Record<string, RecordKind> = {
  notice: { label: { zh: zh.notice, en: en.notice }, icon: MailOutlined },
}
