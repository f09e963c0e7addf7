import { template } from '#platform/notify/template.ts'

/** What people are told about follow-ups. */

const about = { number: 'text', quote: 'text' } as const

export const assignedNotice = template('followup.assigned', {
  label: { zh: '督办事项交办', en: 'A follow-up was assigned' },
  values: { ...about, lead: 'text', due: 'day' },
  zh: {
    title: '督办事项 {number} 已交由{lead}牵头',
    body: '“{quote}”\n办结期限：{due}。请登录平台签收。',
    many: '{count} 项督办事项已交办，请签收',
  },
  en: {
    title: 'Follow-up {number} is led by {lead}',
    body: '“{quote}”\nDue day: {due}. Please sign for it on the platform.',
    many: '{count} follow-ups were assigned to you; please sign for them',
  },
})

export const supportingNotice = template('followup.supporting', {
  label: { zh: '督办事项配合', en: 'A follow-up to support' },
  values: { ...about, lead: 'text', due: 'day' },
  zh: {
    title: '督办事项 {number} 请贵单位配合',
    body: '“{quote}”\n由{lead}牵头，办结期限：{due}。',
    many: '{count} 项督办事项请贵单位配合',
  },
  en: {
    title: 'You are asked to support follow-up {number}',
    body: '“{quote}”\nLed by {lead}. Due day: {due}.',
    many: 'You are asked to support {count} follow-ups',
  },
})

export const dueSoonNotice = template('followup.due-soon', {
  label: { zh: '督办事项临近到期', en: 'A follow-up is due soon' },
  values: { ...about, due: 'day' },
  zh: {
    title: '督办事项 {number} 将于{due}到期',
    body: '“{quote}”\n请抓紧办理；确实来不及的，请在到期前申请延期。',
    many: '{count} 项督办事项临近到期',
  },
  en: {
    title: 'Follow-up {number} is due on {due}',
    body: '“{quote}”\nIf the time does not suffice, ask for a later day before then.',
    many: '{count} follow-ups are due soon',
  },
})

export const overdueNotice = template('followup.overdue', {
  label: { zh: '督办事项超期', en: 'A follow-up is overdue' },
  values: { ...about, lead: 'text', due: 'day', days: 'count' },
  zh: {
    title: '督办事项 {number} 已超期 {days} 个工作日',
    body: '“{quote}”\n由{lead}牵头，办结期限是{due}。请报告进展。',
    many: '{count} 项督办事项已超期',
  },
  en: {
    title: 'Follow-up {number} is overdue; working days: {days}',
    body: '“{quote}”\nLed by {lead}, it was due on {due}. Please report how it stands.',
    many: '{count} follow-ups are overdue',
  },
})

export const extensionAskedNotice = template('followup.extension-asked', {
  label: { zh: '申请延期', en: 'A later day is asked for' },
  values: { ...about, lead: 'text', day: 'day', reason: 'text' },
  zh: {
    title: '{lead}申请将督办事项 {number} 延期到{day}',
    body: '“{quote}”\n理由：{reason}',
    many: '{count} 项延期申请等待审批',
  },
  en: {
    title: '{lead} asks for {day} as the due day of follow-up {number}',
    body: '“{quote}”\nWhy: {reason}',
    many: '{count} requests for a later day wait for you',
  },
})

export const extensionGrantedNotice = template('followup.extension-granted', {
  label: { zh: '同意延期', en: 'A later day was granted' },
  values: { ...about, day: 'day' },
  zh: {
    title: '督办事项 {number} 同意延期到{day}',
    body: '“{quote}”\n请按新的期限办理。',
    many: '{count} 项延期申请已同意',
  },
  en: {
    title: 'Follow-up {number} may be done by {day}',
    body: '“{quote}”\nThe later day was granted.',
    many: '{count} requests for a later day were granted',
  },
})

export const extensionRefusedNotice = template('followup.extension-refused', {
  label: { zh: '不同意延期', en: 'A later day was refused' },
  values: { ...about, day: 'day', reason: 'text' },
  zh: {
    title: '督办事项 {number} 不同意延期',
    body: '“{quote}”\n原因：{reason}。办结期限仍是{day}。',
    many: '{count} 项延期申请未同意',
  },
  en: {
    title: 'Follow-up {number}: the later day was refused',
    body: '“{quote}”\nWhy: {reason}. It stays due on {day}.',
    many: '{count} requests for a later day were refused',
  },
})

export const closingAskedNotice = template('followup.closing-asked', {
  label: { zh: '申请办结', en: 'A closing waits for review' },
  values: { ...about, lead: 'text' },
  zh: {
    title: '{lead}申请办结督办事项 {number}',
    body: '“{quote}”\n请登录平台审核。',
    many: '{count} 项办结申请等待审核',
  },
  en: {
    title: '{lead} asks to close follow-up {number}',
    body: '“{quote}”\nPlease review it on the platform.',
    many: '{count} follow-ups wait to be reviewed',
  },
})

export const closedNotice = template('followup.closed', {
  label: { zh: '已审核办结', en: 'A follow-up was closed' },
  values: about,
  zh: {
    title: '督办事项 {number} 已审核办结',
    body: '“{quote}”\n无需再办理。',
    many: '{count} 项督办事项已审核办结',
  },
  en: {
    title: 'Follow-up {number} was reviewed and is closed',
    body: '“{quote}”\nThere is nothing more to do.',
    many: '{count} follow-ups were reviewed and are closed',
  },
})

export const returnedNotice = template('followup.returned', {
  label: { zh: '退回重办', en: 'A follow-up was returned' },
  values: { ...about, reason: 'text' },
  zh: {
    title: '督办事项 {number} 退回重办',
    body: '“{quote}”\n原因：{reason}',
    many: '{count} 项督办事项退回重办',
  },
  en: {
    title: 'Follow-up {number} was returned',
    body: '“{quote}”\nWhy: {reason}',
    many: '{count} follow-ups were returned',
  },
})

export const followupNotices = [
  assignedNotice,
  supportingNotice,
  dueSoonNotice,
  overdueNotice,
  extensionAskedNotice,
  extensionGrantedNotice,
  extensionRefusedNotice,
  closingAskedNotice,
  closedNotice,
  returnedNotice,
]
