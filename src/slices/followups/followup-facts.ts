import type { FactDefinition } from '#platform/facts/fact.ts'

const unit = { zh: '项', en: 'follow-ups' }
const permission = 'followup.read'

export const followupFacts: readonly FactDefinition[] = [
  {
    name: 'followup.opened',
    view: 'fact_followup_opened',
    title: { zh: '督办立项', en: 'Follow-ups opened' },
    definition: {
      zh: '由调研要求或追加批示立项的督办事项，按立项日期计。',
      en: 'Follow-ups that a directive or a remark opened, by the day on which they were opened.',
    },
    unit,
    permission,
  },
  {
    name: 'followup.closed',
    view: 'fact_followup_closed',
    title: { zh: '督办办结', en: 'Follow-ups closed' },
    definition: {
      zh: '经另一人审核办结的督办事项，按审核日期计，归牵头单位。',
      en: 'Follow-ups that another person reviewed and closed, by the day of the review, under their lead.',
    },
    unit,
    permission,
  },
  {
    name: 'followup.feedback',
    view: 'fact_followup_feedback',
    title: { zh: '进展报告', en: 'Reports of progress' },
    definition: {
      zh: '牵头和配合单位报告的督办进展，按报告日期计，归牵头单位。',
      en: 'Reports on follow-ups by lead and supporting organisations, by the day of the report, under the lead.',
    },
    unit: { zh: '次', en: 'reports' },
    permission,
  },
]
