import type { FactDefinition } from '#platform/facts/fact.ts'

const unit = { zh: '件', en: 'requests' }
const permission = 'request.read'

export const requestFacts: readonly FactDefinition[] = [
  {
    name: 'request.sent',
    view: 'fact_request_sent',
    title: { zh: '群众诉求', en: 'Requests received' },
    definition: {
      zh: '群众网上提交、大厅提交和工作人员代为登记的建议、投诉、咨询，按提交日期计，归承办单位。',
      en: 'Suggestions, complaints and questions sent online, in the hall or written down by staff, by the day, under who answers.',
    },
    unit,
    permission,
  },
  {
    name: 'request.answered',
    view: 'fact_request_answered',
    title: { zh: '诉求答复', en: 'Requests answered' },
    definition: {
      zh: '已经答复的群众诉求，按第一次答复的日期计，归承办单位。',
      en: 'Requests that were answered, by the day of the first answer, under who answers.',
    },
    unit,
    permission,
  },
]
