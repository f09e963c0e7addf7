import { Problem } from '#platform/http/problem.ts'

export function assistanceOver(): Problem {
  return new Problem(409, 'assistance.over', {
    zh: { title: '这次代办已经结束', detail: '没有做任何改动。一次代办最多半小时，请重新开始。' },
    en: {
      title: 'Acting for this person has ended',
      detail: 'Nothing was changed. It lasts half an hour: begin anew.',
    },
  })
}
