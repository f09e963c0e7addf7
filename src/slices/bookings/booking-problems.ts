import { Problem } from '#platform/http/problem.ts'
import type { RequestFault } from './booking.ts'
import type { Clash } from './take-together.ts'

const clock = (moment: string) => {
  const china = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString()
  return `${china.slice(5, 10)} ${china.slice(11, 16)}`
}

/** What is asked for is held by somebody else. */
export function taken(clashes: readonly Clash[]): Problem {
  const list = clashes
    .slice(0, 5)
    .map(({ name, starts, ends }) => `${name} ${clock(starts)}–${clock(ends).slice(6)}`)
  return new Problem(
    409,
    'booking.taken',
    {
      zh: {
        title: '这个时间已经有人预约',
        detail: `没有保存任何预约。已被占用：${list.join('；')}。可换时间、换场地，或登记候补。`,
      },
      en: {
        title: 'This time is taken',
        detail: `Nothing was booked. Taken: ${list.join('; ')}. Choose another time or room, or wait for this one.`,
      },
    },
    {
      clashes: clashes.map(({ resourceKind, id, name, starts, ends }) => ({
        resourceKind,
        id,
        name,
        starts,
        ends,
      })),
    },
  )
}

/** The database said so where the application had not seen it. */
export function takenMeanwhile(): Problem {
  return new Problem(409, 'booking.taken-meanwhile', {
    zh: { title: '这个时间刚刚被别人预约', detail: '没有保存任何预约。请重新查看空闲时间。' },
    en: {
      title: 'Somebody has just taken this time',
      detail: 'Nothing was booked. Look again at what is free.',
    },
  })
}

export function roomsAreApart(): Problem {
  return new Problem(400, 'booking.rooms-apart', {
    zh: { title: '这些场地不在同一处阵地', detail: '没有保存任何预约。一次预约只能选同一处阵地的场地。' },
    en: {
      title: 'The rooms are not of one place',
      detail: 'Nothing was booked. Book those of each place apart.',
    },
  })
}

export function roomGivenUp(name: string): Problem {
  return new Problem(409, 'booking.room-closed', {
    zh: { title: `“${name}”已经停用，不能预约`, detail: '没有保存任何预约。请另选场地。' },
    en: { title: `“${name}” is no longer in use`, detail: 'Nothing was booked. Choose another room.' },
  })
}

export function timesUnfit(): Problem {
  return new Problem(400, 'booking.times-unfit', {
    zh: { title: '起止时间不对', detail: '没有保存任何预约。结束须晚于开始，一次最长七天。' },
    en: {
      title: 'The times are not right',
      detail: 'Nothing was booked. The end comes after the beginning, within seven days.',
    },
  })
}

export function doesNotFit(fault: RequestFault): Problem {
  const texts = {
    past: {
      zh: ['这个时间已经过去', '请选今后的时间。'],
      en: ['This time is over', 'Choose one that is to come.'],
    },
    'not-for-you': {
      zh: ['这个场地不对您这样的预约人开放', '请联系管理单位，或另选场地。'],
      en: ['This room is not open to you', 'Ask who keeps it, or choose another one.'],
    },
    'too-many': {
      zh: ['人数超过场地容量', '请选更大的场地。'],
      en: ['There are more people than the room holds', 'Choose a larger one.'],
    },
    'too-long': {
      zh: ['时间太长', '请缩短时间，或联系管理单位代为预约。'],
      en: ['This is longer than the room may be booked', 'Make it shorter, or ask who keeps it.'],
    },
    'too-far': {
      zh: ['现在还不能预约这么远的日期', '请近些时候再约。'],
      en: ['This is further ahead than the room may be booked', 'Come back nearer to the day.'],
    },
    'outside-hours': {
      zh: ['这个时间阵地不开放', '请选开放时间之内。'],
      en: ['The place is not open then', 'Choose a time within its hours.'],
    },
  }[fault]
  const [zhTitle = '', zhDo = ''] = texts.zh
  const [enTitle = '', enDo = ''] = texts.en
  return new Problem(409, `booking.${fault}`, {
    zh: { title: zhTitle, detail: `没有保存任何预约。${zhDo}` },
    en: { title: enTitle, detail: `Nothing was booked. ${enDo}` },
  })
}

/** It was moved or decided since its sender saw it. */
export function bookingWasChanged(version: number): Problem {
  return new Problem(
    409,
    'booking.changed',
    {
      zh: { title: '这项预约刚刚有变动', detail: '没有做任何改动。请看一看现在的时间和状态，再决定。' },
      en: {
        title: 'This booking has just changed',
        detail: 'Nothing was changed. Look at it again before you decide.',
      },
    },
    { version },
  )
}

/** What was wanted cannot be done with a booking in this state, or not by this person. */
export function notWithThisBooking(): Problem {
  return new Problem(409, 'booking.not-now', {
    zh: {
      title: '这项预约现在不能这样办理',
      detail: '没有做任何改动。它可能已经取消、已经开始或已经结束；本人申请、须他人审核的，不能自己批准。',
    },
    en: {
      title: 'This cannot be done with the booking now',
      detail:
        'Nothing was changed. It may be cancelled, begun or over; where everybody needs approval, nobody approves their own.',
    },
  })
}

export function codeIsWrong(): Problem {
  return new Problem(403, 'booking.code-wrong', {
    zh: { title: '签到码不对', detail: '没有签到。请核对预约通知上的六位数字，或请工作人员帮忙。' },
    en: {
      title: 'The code is not right',
      detail: 'Nobody was checked in. Look at the six digits of the booking, or ask the staff.',
    },
  })
}

export function cannotArrive(minutes: number): Problem {
  return new Problem(409, 'booking.cannot-arrive', {
    zh: {
      title: '现在不能签到',
      detail: `没有签到。开始前 ${minutes} 分钟到结束之间可以签到，一项预约签到一次。`,
    },
    en: {
      title: 'Nobody can be checked in now',
      detail: `Nothing was written down. From ${minutes} minutes before the beginning to the end, and once for a booking.`,
    },
  })
}

export function ruleNotRead(rule: string): Problem {
  return new Problem(400, 'booking.rule-unreadable', {
    zh: {
      title: `看不懂这条重复规则：${rule}`,
      detail: '没有保存任何预约。请写 RFC 5545 的 RRULE，例如 FREQ=WEEKLY;COUNT=8。',
    },
    en: {
      title: `This rule cannot be read: ${rule}`,
      detail: 'Nothing was booked. Write an RRULE of RFC 5545: FREQ=WEEKLY;COUNT=8.',
    },
  })
}

/** Some occurrences clash and nobody said what shall become of them: `starts` names their beginnings. */
export function choicesMissing(starts: readonly string[]): Problem {
  return new Problem(
    409,
    'booking.choices-missing',
    {
      zh: {
        title: `有 ${starts.length} 次与别的预约冲突`,
        detail: `没有保存任何预约。请为每一次选择跳过、改时间或候补：${starts.map(clock).join('、')}。`,
      },
      en: {
        title: starts.length === 1 ? '1 of them clashes' : `${starts.length} of them clash`,
        detail: `Nothing was booked. Say of each whether to skip it, move it or wait for it: ${starts.map(clock).join(', ')}.`,
      },
    },
    { starts },
  )
}

export function nothingToBook(): Problem {
  return new Problem(400, 'booking.nothing', {
    zh: { title: '没有一次可以预约', detail: '没有保存任何预约。请换一条规则，或不要全部跳过。' },
    en: {
      title: 'There is nothing left to book',
      detail: 'Nothing was booked. Use another rule, or do not skip all of them.',
    },
  })
}

export function offerIsOver(): Problem {
  return new Problem(409, 'booking.offer-over', {
    zh: { title: '这次候补已经失效', detail: '没有保存任何预约。名额已过保留时间、已用过或已撤回。' },
    en: {
      title: 'This offer is over',
      detail: 'Nothing was booked. It ran out, was taken or was withdrawn.',
    },
  })
}

/** Nothing stands in the way: there is nothing to wait for. */
export function isFree(): Problem {
  return new Problem(409, 'booking.free', {
    zh: { title: '这个时间是空闲的', detail: '没有登记候补。可以直接预约。' },
    en: { title: 'This time is free', detail: 'There is nothing to wait for. Book it.' },
  })
}
