import { Problem } from '#platform/http/problem.ts'

export function ruleUnreadable(rule: string): Problem {
  return new Problem(400, 'place.rule-unreadable', {
    zh: {
      title: `看不懂这条重复规则：${rule}`,
      detail: '没有做任何改动。请写 RFC 5545 的 RRULE，例如 FREQ=WEEKLY;BYDAY=MO,TU，并确认它至少有一天。',
    },
    en: {
      title: `This rule cannot be read: ${rule}`,
      detail:
        'Nothing was changed. Write an RRULE of RFC 5545 that has a day at least: FREQ=WEEKLY;BYDAY=MO,TU.',
    },
  })
}

export function hoursWereChanged(version: number): Problem {
  return new Problem(
    409,
    'place.hours-changed',
    {
      zh: { title: '开放时间刚刚被别人改过', detail: '没有做任何改动。请看一看现在的开放时间，再提交。' },
      en: {
        title: 'Somebody has just changed the hours',
        detail: 'Nothing was changed. Look at what stands there now and send again.',
      },
    },
    { version },
  )
}

export function daysUnfit(): Problem {
  return new Problem(400, 'place.days-unfit', {
    zh: { title: '起止日期不对', detail: '没有做任何改动。最后一天不能早于第一天，一次最多一年。' },
    en: {
      title: 'The days are not right',
      detail: 'Nothing was changed. The last one is not before the first, and a year is the most.',
    },
  })
}
