import type { SpreadsheetColumn } from '#platform/documents/spreadsheet.ts'
import { messages } from '#platform/i18n/messages.ts'

interface ExportWords {
  file: string
  comma: string
  columns: readonly SpreadsheetColumn[]
}

export const exportMessages = messages<ExportWords>({
  zh: {
    file: '督办台账',
    comma: '、',
    columns: [
      { header: '编号', kind: 'text', width: 12 },
      { header: '要求原文', kind: 'text', width: 60 },
      { header: '力度', kind: 'text' },
      { header: '类型', kind: 'text', width: 12 },
      { header: '提出地点', kind: 'text', width: 24 },
      { header: '提出人', kind: 'text' },
      { header: '提出日期', kind: 'date', width: 12 },
      { header: '牵头单位', kind: 'text', width: 24 },
      { header: '配合单位', kind: 'text', width: 30 },
      { header: '办理状态', kind: 'text' },
      { header: '时限情况', kind: 'text' },
      { header: '办结期限', kind: 'date', width: 12 },
      { header: '剩余工作日', kind: 'number', width: 12 },
      { header: '最近进展', kind: 'text', width: 60 },
      { header: '进展时间', kind: 'date', width: 18 },
      { header: '立项时间', kind: 'date', width: 18 },
      { header: '办结时间', kind: 'date', width: 18 },
    ],
  },
  en: {
    file: 'Follow-ups',
    comma: ', ',
    columns: [
      { header: 'Number', kind: 'text', width: 12 },
      { header: 'As it was said', kind: 'text', width: 60 },
      { header: 'Force', kind: 'text' },
      { header: 'Kind', kind: 'text' },
      { header: 'Said at', kind: 'text', width: 24 },
      { header: 'Said by', kind: 'text' },
      { header: 'Said on', kind: 'date', width: 12 },
      { header: 'Lead', kind: 'text', width: 30 },
      { header: 'Supporting', kind: 'text', width: 36 },
      { header: 'State', kind: 'text', width: 16 },
      { header: 'Time', kind: 'text', width: 12 },
      { header: 'Due', kind: 'date', width: 12 },
      { header: 'Working days left', kind: 'number', width: 18 },
      { header: 'Last word', kind: 'text', width: 60 },
      { header: 'Said at (time)', kind: 'date', width: 18 },
      { header: 'Opened', kind: 'date', width: 18 },
      { header: 'Closed', kind: 'date', width: 18 },
    ],
  },
})
