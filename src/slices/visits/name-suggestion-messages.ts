import { Problem } from '#platform/http/problem.ts'
import type { SuggestionState } from './name-suggestion.ts'
import { messages } from '#platform/i18n/messages.ts'

export const suggestionMessages = messages({
  zh: {
    record: '别名建议',
    title: '别名',
    lead: '核对报道和交办督办时，大家认出的本县阵地、单位的别名。采用以后，系统才会这样认；不采用的，不再提。',
    states: { open: '待定', accepted: '已采用', refused: '不采用' },
    statesLabel: '看哪些',
    kind: { place: '阵地', organisation: '单位' },
    meaning: {
      open: ['是', '的别名吗？'],
      accepted: ['是', '的别名'],
      refused: ['不是', '的别名'],
    } satisfies Record<SuggestionState, [before: string, after: string]>,
    from: { visit: '核对调研', followup: '交办督办' },
    someVisit: '核对一次调研',
    next: '再看一些',
    more: (n: number) => `另有 ${n} 处`,
    heldBy: (who: string) => `现在是${who}的别名`,
    side: '同一个写法，有几种认法，请只采用一种。',
    accept: '采用',
    refuse: '不采用',
    reconsider: '重新考虑',
    labels: {
      accept: (name: string, target: string) => `采用：“${name}”是${target}的别名`,
      refuse: (name: string, target: string) => `不采用：“${name}”不是${target}的别名`,
      reconsider: (name: string, target: string) => `重新考虑：“${name}”是不是${target}的别名`,
    },
    accepted: (name: string, target: string) => `已采用：“${name}”就是${target}`,
    refused: (name: string) => `不采用“${name}”，以后不再提`,
    reopened: (name: string) => `“${name}”又待定了`,
    decidedBy: (who: string) => `${who}决定`,
    none: {
      open: '没有待定的别名',
      accepted: '还没有采用过别名',
      refused: '没有不采用的别名',
    },
    noneHint:
      '核对报道时，把点位认作一处阵地或一个单位，写法又和登记的名称不同；或把写给某单位的要求交给了名称不同的单位，这里就会列出来。',
    waiting: (n: number) => `有 ${n} 个别名待定`,
  },
  en: {
    record: 'Suggested name',
    title: 'Names',
    lead: 'What people recognised while they corrected reports and assigned follow-ups. Nothing is called so until you accept it; what you refuse is not suggested again.',
    states: { open: 'Undecided', accepted: 'Accepted', refused: 'Refused' },
    statesLabel: 'Show',
    kind: { place: 'the place', organisation: 'the organisation' },
    meaning: {
      open: ['Is it another name of ', '?'],
      accepted: ['It is another name of ', ''],
      refused: ['It is no name of ', ''],
    },
    from: { visit: 'in the visit', followup: 'in the follow-up' },
    someVisit: 'in a visit',
    next: 'Show more',
    more: (n) => `and ${n} more`,
    heldBy: (who) => `It is what ${who} is called now`,
    side: 'One name, several meanings: accept one of them.',
    accept: 'Accept',
    refuse: 'Refuse',
    reconsider: 'Reconsider',
    labels: {
      accept: (name, target) => `Accept: “${name}” is ${target}`,
      refuse: (name, target) => `Refuse: “${name}” is not ${target}`,
      reconsider: (name, target) => `Reconsider: is “${name}” ${target}?`,
    },
    accepted: (name, target) => `Accepted: “${name}” is ${target}`,
    refused: (name) => `“${name}” was refused and will not be suggested again`,
    reopened: (name) => `“${name}” is undecided again`,
    decidedBy: (who) => `decided by ${who}`,
    none: {
      open: 'No name is undecided',
      accepted: 'No name has been accepted yet',
      refused: 'No name has been refused',
    },
    noneHint:
      'When somebody links a site of a report to a place or an organisation of another name, or assigns what was asked of one name to an organisation of another, the name is listed here.',
    waiting: (n) => (n === 1 ? '1 name is undecided' : `${n} names are undecided`),
  },
})

export const suggestionEvents = {
  'name-suggestion.made': { zh: '提出别名', en: 'suggested a name' },
  'name-suggestion.withdrawn': { zh: '收回别名建议', en: 'took a suggested name back' },
  'name-suggestion.accepted': { zh: '采用别名', en: 'accepted a suggested name' },
  'name-suggestion.refused': { zh: '不采用别名', en: 'refused a suggested name' },
  'name-suggestion.reopened': { zh: '重新考虑别名', en: 'reopened a suggested name' },
}

/** Somebody else was quicker. */
export function suggestionDecided(): Problem {
  return new Problem(409, 'name-suggestion.decided', {
    zh: { title: '这个别名已经有人处理过', detail: '没有做任何改动。刷新页面即可看到现在的情况。' },
    en: {
      title: 'Somebody has dealt with this name already',
      detail: 'Nothing was changed. Reload the page to see how it stands.',
    },
  })
}
