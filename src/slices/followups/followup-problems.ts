import { Problem } from '#platform/http/problem.ts'
import type { Action, Reason, StepKind } from './followup.ts'
import { followupMessages } from './followup-messages.ts'

const aboutWho: ReadonlySet<Reason> = new Set([
  'not-supervisor',
  'not-lead',
  'not-involved',
  'own-work',
  'no-open-part',
])

/** Why an action is not possible now, and what happened last: somebody else may have been quicker. */
export function notNow(
  action: Action,
  reason: Reason,
  number: string,
  last: { kind: StepKind; at: string; person: string | null } | null,
): Problem {
  const { zh, en } = followupMessages
  const lastZh = last ? `最近一步：${last.person ?? ''}${zh.steps[last.kind]}（${clock(last.at)}）。` : ''
  const lastEn = last
    ? ` Last step: ${[last.person, en.steps[last.kind]].filter(Boolean).join(' ')} (${clock(last.at)}).`
    : ''
  return new Problem(
    aboutWho.has(reason) ? 403 : 409,
    `followup.${reason}`,
    {
      zh: {
        title: `${number} 现在不能${zh.actions[action]}`,
        detail: `${zh.reasons[reason]}没有做任何改动。${lastZh}`,
      },
      en: {
        title: `${number}: not possible now (${en.actions[action].toLowerCase()})`,
        detail: `${en.reasons[reason]} Nothing was changed.${lastEn}`,
      },
    },
    { action, reason, last },
  )
}

/** A moment in China, to the minute. */
function clock(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export function dueDayPassed(): Problem {
  return new Problem(400, 'followup.due-day-passed', {
    zh: { title: '办结期限已经过去', detail: '没有做任何改动。请选今天或以后的日期。' },
    en: { title: 'The due day has passed already', detail: 'Nothing was changed. Choose today or later.' },
  })
}

export function organisationUnfit(name: string): Problem {
  return new Problem(409, 'followup.organisation-closed', {
    zh: { title: `“${name}”已经撤销，不能承办`, detail: '没有做任何改动。请改选其他单位。' },
    en: { title: `“${name}” is closed`, detail: 'Nothing was changed. Choose another organisation.' },
  })
}

export function leadSupportsItself(): Problem {
  return new Problem(400, 'followup.lead-supports', {
    zh: { title: '牵头单位不能同时是配合单位', detail: '没有做任何改动。请从配合单位中去掉牵头单位。' },
    en: {
      title: 'The lead cannot also support',
      detail: 'Nothing was changed. Take it out of the supporting organisations.',
    },
  })
}

export function extensionTooEarly(): Problem {
  return new Problem(400, 'followup.extension-too-early', {
    zh: { title: '新期限应晚于原期限', detail: '没有做任何改动。请另选一个日期。' },
    en: {
      title: 'The new day must be later than the due day',
      detail: 'Nothing was changed. Choose another day.',
    },
  })
}

export function extensionAnswered(): Problem {
  return new Problem(409, 'followup.extension-answered', {
    zh: { title: '这次延期申请已经有答复', detail: '没有做任何改动。请刷新页面查看结果。' },
    en: { title: 'This request has been answered', detail: 'Nothing was changed. Reload to see the answer.' },
  })
}

export function reasonNeeded(): Problem {
  return new Problem(400, 'followup.reason-needed', {
    zh: { title: '请写明原因', detail: '没有做任何改动。退回或不同意时，要让承办单位知道为什么。' },
    en: {
      title: 'A reason is needed',
      detail: 'Nothing was changed. Whoever does the work must learn why it comes back.',
    },
  })
}

export function partCompleted(): Problem {
  return new Problem(409, 'followup.part-completed', {
    zh: { title: '这项任务已经完成', detail: '没有做任何改动。请刷新页面查看。' },
    en: { title: 'This part is completed already', detail: 'Nothing was changed. Reload to see it.' },
  })
}

export function viewNameTaken(name: string): Problem {
  return new Problem(409, 'followup.view-name-taken', {
    zh: { title: `已有名为“${name}”的筛选`, detail: '没有保存。请换一个名称，或先删除原来的。' },
    en: { title: `You have a view called “${name}”`, detail: 'Nothing was saved. Choose another name.' },
  })
}

export function tooManyViews(most: number): Problem {
  return new Problem(409, 'followup.too-many-views', {
    zh: { title: `最多保存 ${most} 个筛选`, detail: '没有保存。请先删除不用的。' },
    en: { title: `You can keep ${most} views`, detail: 'Nothing was saved. Drop one that you do not need.' },
  })
}

export function calendarTooLong(): Problem {
  return new Problem(400, 'calendar.too-long', {
    zh: { title: '日期范围有误', detail: '结束日期不早于开始日期，一次最多查 400 天。' },
    en: {
      title: 'The period is not right',
      detail: 'It ends on or after its first day and has 400 days at most.',
    },
  })
}
