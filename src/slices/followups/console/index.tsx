import { FlagOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind, RecordPanel } from '#ui/console-slice.ts'

export const pages: ConsolePage[] = [
  {
    path: 'followups',
    title: { zh: '督办', en: 'Follow-ups' },
    load: () => import('./followups-page.tsx'),
    needs: 'followup.read',
    nav: {
      label: { zh: '督办', en: 'Follow-ups' },
      icon: FlagOutlined,
      order: 20,
      group: 'daily',
      words: 'duban db ducha dc followups',
    },
  },
  {
    path: 'followups/:followup',
    title: { zh: '督办事项', en: 'Follow-up' },
    load: () => import('./followup-page.tsx'),
    needs: 'followup.read',
  },
]

export const panels: RecordPanel[] = [
  { on: 'request', needs: 'followup.read', load: () => import('./followups-of-request.tsx') },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'followup.overdue',
    label: { zh: '看超期的督办', en: 'Show overdue follow-ups' },
    words: 'chaoqi cq chaoqiduban cqdb',
    icon: FlagOutlined,
    needs: 'followup.read',
    href: '/followups?lamp=overdue',
  },
  {
    id: 'followup.mine',
    label: { zh: '看与本单位有关的督办', en: 'Show the follow-ups of our organisation' },
    words: 'bendanwei bdw wodeduban wddb',
    icon: FlagOutlined,
    needs: 'followup.read',
    href: '/followups?mine=true',
  },
]

export const kinds: Record<string, RecordKind> = {
  followup: { label: { zh: '督办事项', en: 'Follow-up' }, icon: FlagOutlined },
}
