import { Problem } from '#platform/http/problem.ts'
import { type RequestAction, type RequestState } from './request.ts'
import { requestMessages } from './request-messages.ts'

/** What cannot be done with a request as it stands now. */
export function requestNotNow(action: RequestAction, state: RequestState, number: string): Problem {
  const verbs = {
    'hand-on': { zh: '交办', en: 'hand it on' },
    answer: { zh: '答复', en: 'answer it' },
    close: { zh: '办结', en: 'close it' },
    'see-contact': { zh: '查看联系方式', en: 'see who sent it' },
  }[action]
  const { zh, en } = requestMessages
  return new Problem(409, `request.${state}`, {
    zh: {
      title: `这件诉求现在不能${verbs.zh}`,
      detail: `没有做任何改动。诉求 ${number} 的状态是“${zh.states[state]}”，可能刚刚有人处理过，请刷新后再看。`,
    },
    en: {
      title: `You cannot ${verbs.en} now`,
      detail: `Nothing was changed. Request ${number} is “${en.states[state].toLowerCase()}”; somebody may just have dealt with it. Reload the page.`,
    },
  })
}

export function requestDuePassed(): Problem {
  return new Problem(400, 'request.due-passed', {
    zh: { title: '答复期限已经过去', detail: '没有做任何改动。请选今天或以后的日期。' },
    en: { title: 'The due day has passed already', detail: 'Nothing was changed. Choose today or later.' },
  })
}

export function ownerUnfit(name: string): Problem {
  return new Problem(409, 'request.owner-closed', {
    zh: { title: `“${name}”已经撤销，不能承办`, detail: '没有做任何改动。请改选其他单位。' },
    en: { title: `“${name}” is closed`, detail: 'Nothing was changed. Choose another organisation.' },
  })
}

export function contactUnknown(): Problem {
  return new Problem(409, 'request.no-contact', {
    zh: {
      title: '没有留联系方式',
      detail: '诉求人没有留姓名和电话，或者办结一年后已经删除。答复会显示在查询页面上。',
    },
    en: {
      title: 'Nobody said who sent it',
      detail:
        'No name or number was left, or it was deleted a year after closing. The answer stands on the page by which it is followed.',
    },
  })
}

export function contactNotAsked(): Problem {
  return new Problem(403, 'request.contact-not-asked', {
    zh: {
      title: '请先点“查看联系方式”',
      detail: '每次查看都会记录，记录后半小时内可以看。没有做任何改动。',
    },
    en: {
      title: 'Ask to see it first',
      detail: 'Each look is noted; it can then be seen for half an hour. Nothing was changed.',
    },
  })
}
