import { ImportOutlined } from '@ant-design/icons'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { importMessages } from '../import-messages.ts'

const { zh, en } = importMessages

export const pages: ConsolePage[] = [
  {
    path: 'imports',
    title: { zh: zh.title, en: en.title },
    load: () => import('./imports-page.tsx'),
    needs: 'import.use',
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: ImportOutlined,
      order: 80,
      group: 'records',
      words: 'daoru dr biaoge bg excel piliang import spreadsheet',
    },
  },
  {
    path: 'imports/new',
    title: { zh: '导入表格', en: 'Import a spreadsheet' },
    load: () => import('./new-import-page.tsx'),
    needs: 'import.use',
  },
  {
    path: 'imports/:import',
    title: { zh: zh.record, en: en.record },
    load: () => import('./import-page.tsx'),
    needs: 'import.use',
  },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'import.begin',
    label: { zh: '导入表格', en: 'Import a spreadsheet' },
    words: 'daorubiaoge drbg piliangdengji excel import',
    icon: ImportOutlined,
    needs: 'import.use',
    href: '/imports/new',
  },
]

export const kinds: Record<string, RecordKind> = {
  import: { label: { zh: zh.record, en: en.record }, icon: ImportOutlined },
}
