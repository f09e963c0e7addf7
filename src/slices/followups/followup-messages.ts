import { messages } from '#platform/i18n/messages.ts'
import type { Action, Kind, LampState, Reason, State, StepKind } from './followup.ts'
import type { Force } from '#slices/visits'

interface Words {
  record: string
  states: Record<State, string>
  lamps: Record<LampState, string>
  forces: Record<Force, string>
  kinds: Record<Kind, string>
  steps: Record<StepKind, string>
  actions: Record<Action, string>
  reasons: Record<Reason, string>
  today: Record<'draft' | 'draftWaits' | 'redo' | 'work', string>
  daysLeft(days: number): string
  waitsFor(turn: 'supervisor' | 'lead', state: State, lead: string): string
  yourTurn(action: Action): string
  ended: Record<'closed' | 'withdrawn', string>
  place: Record<'meeting' | 'visit', string>
}

const verbs = messages<Record<Action, string>>({
  zh: {
    assign: '交办',
    sign: '签收',
    report: '报进展',
    'ask-extension': '申请延期',
    'decide-extension': '审批延期',
    'ask-closing': '申请办结',
    review: '审核办结',
    'add-part': '分解任务',
    'complete-part': '完成分解任务',
    remark: '追加批示',
    withdraw: '撤销督办',
  },
  en: {
    assign: 'Assign',
    sign: 'Sign for it',
    report: 'Report progress',
    'ask-extension': 'Ask for a later day',
    'decide-extension': 'Decide on the later day',
    'ask-closing': 'Ask to close',
    review: 'Review the closing',
    'add-part': 'Add a part',
    'complete-part': 'Complete a part',
    remark: 'Add a remark',
    withdraw: 'Withdraw',
  },
})

export const followupMessages = messages<Words>({
  zh: {
    record: '督办事项',
    states: {
      open: '待交办',
      assigned: '待签收',
      underway: '办理中',
      closing: '待审核',
      returned: '退回重办',
      closed: '已办结',
      withdrawn: '已撤销',
    },
    lamps: {
      done: '已办结',
      ontime: '按期',
      near: '临近到期',
      overdue: '已超期',
      waiting: '等待中',
      none: '未定期限',
    },
    forces: { must: '必须办', should: '要求办', hoped: '希望办', advised: '建议办' },
    kinds: { task: '具体任务', principle: '原则性要求' },
    steps: {
      opened: '立项',
      assigned: '交办',
      reassigned: '调整交办内容',
      signed: '签收',
      reported: '报告进展',
      'extension-asked': '申请延期',
      'extension-granted': '同意延期',
      'extension-refused': '不同意延期',
      'closing-asked': '申请办结',
      returned: '退回重办',
      closed: '审核办结',
      remarked: '追加批示，另立新事项',
      'part-added': '分解任务',
      'part-completed': '完成分解任务',
      withdrawn: '撤销督办',
    },
    actions: verbs.zh,
    reasons: {
      'not-supervisor': '这一步由督办人员办理。',
      'not-lead': '这一步由牵头单位的经办人办理。',
      'not-involved': '这一步由牵头或配合单位的经办人办理。',
      'own-work': '您参与了本次办理，应由另一位同志审核。',
      closed: '该事项已经办结。',
      withdrawn: '该事项已经撤销。',
      'not-closed': '该事项尚未办结，请在办理中直接提出。',
      'not-assigned': '该事项尚未交办。',
      'not-signed': '牵头单位尚未签收。',
      'signed-already': '该事项已经签收。',
      'under-review': '该事项正在等待审核，请先审核。',
      'not-under-review': '该事项没有待审核的办结申请。',
      'no-due-day': '该事项没有定办结期限，无需延期。',
      'past-due': '办结期限已过，延期须在到期前申请。',
      'extension-pending': '有一次延期申请尚未答复。',
      'no-extension': '该事项没有待审批的延期申请。',
      'no-open-part': '该事项没有分给您单位的未完成任务。',
    },
    today: { draft: '核对确认', draftWaits: '调研报道已读入，待核对', redo: '重新办理', work: '办理' },
    daysLeft: (days) =>
      days < 0 ? `已超期 ${-days} 个工作日` : days === 0 ? '今天到期' : `还剩 ${days} 个工作日`,
    waitsFor: (turn, state, lead) =>
      turn === 'supervisor'
        ? `等待督办人员${state === 'open' ? '交办' : '审核'}`
        : `等待${lead}${state === 'assigned' ? '签收' : state === 'returned' ? '重新办理' : '办理'}`,
    yourTurn: (action) => `请您${verbs.zh[action]}`,
    ended: { closed: '已办结，无后续步骤', withdrawn: '已撤销，无后续步骤' },
    place: { meeting: '座谈会', visit: '调研全程' },
  },
  en: {
    record: 'Follow-up',
    states: {
      open: 'to be assigned',
      assigned: 'to be signed for',
      underway: 'under way',
      closing: 'to be reviewed',
      returned: 'returned',
      closed: 'closed',
      withdrawn: 'withdrawn',
    },
    lamps: {
      done: 'done',
      ontime: 'on time',
      near: 'due soon',
      overdue: 'overdue',
      waiting: 'waiting',
      none: 'no due day',
    },
    forces: { must: 'must be done', should: 'to be done', hoped: 'hoped for', advised: 'advised' },
    kinds: { task: 'task', principle: 'principle' },
    steps: {
      opened: 'opened it',
      assigned: 'assigned it',
      reassigned: 'changed the assignment',
      signed: 'signed for it',
      reported: 'reported progress',
      'extension-asked': 'asked for a later day',
      'extension-granted': 'granted the later day',
      'extension-refused': 'refused the later day',
      'closing-asked': 'asked to close it',
      returned: 'returned it',
      closed: 'closed it',
      remarked: 'added a remark, which opened a new item',
      'part-added': 'added a part',
      'part-completed': 'completed a part',
      withdrawn: 'withdrew it',
    },
    actions: verbs.en,
    reasons: {
      'not-supervisor': 'This is for the supervisor to do.',
      'not-lead': 'This is for an officer of the lead organisation.',
      'not-involved': 'This is for an officer of the lead or a supporting organisation.',
      'own-work': 'You took part in the work, so somebody else has to look at it.',
      closed: 'It is closed.',
      withdrawn: 'It was withdrawn.',
      'not-closed': 'It is not closed yet: say it while the work goes on.',
      'not-assigned': 'Nobody has been asked to do it yet.',
      'not-signed': 'The lead organisation has not signed for it yet.',
      'signed-already': 'It has been signed for already.',
      'under-review': 'It waits for review; review it first.',
      'not-under-review': 'Nobody has asked to close it.',
      'no-due-day': 'It has no due day, so no later one is needed.',
      'past-due': 'The due day has passed; a later one must be asked for in time.',
      'extension-pending': 'A request for a later day has not been answered yet.',
      'no-extension': 'No request for a later day is waiting.',
      'no-open-part': 'No open part of it is with your organisation.',
    },
    today: {
      draft: 'Check and confirm',
      draftWaits: 'A report was read and waits to be checked',
      redo: 'Do it again',
      work: 'Work on it',
    },
    daysLeft: (days) => {
      const count = `${Math.abs(days)} working day${Math.abs(days) === 1 ? '' : 's'}`
      return days < 0 ? `${count} overdue` : days === 0 ? 'due today' : `${count} left`
    },
    waitsFor: (turn, state, lead) =>
      turn === 'supervisor'
        ? `waits for the supervisor to ${state === 'open' ? 'assign' : 'review'} it`
        : `waits for ${lead} to ${state === 'assigned' ? 'sign for it' : state === 'returned' ? 'do it again' : 'do it'}`,
    yourTurn: (action) => `Your turn: ${verbs.en[action].toLowerCase()}`,
    ended: { closed: 'closed; nothing more to do', withdrawn: 'withdrawn; nothing more to do' },
    place: { meeting: 'the meeting', visit: 'the visit' },
  },
})

export const followupEvents = {
  'followup.opened': { zh: '督办立项', en: 'opened a follow-up' },
  'followup.assigned': { zh: '交办督办事项', en: 'assigned a follow-up' },
  'followup.assigned-together': { zh: '批量交办督办事项', en: 'assigned several follow-ups' },
  'followup.signed': { zh: '签收督办事项', en: 'signed for a follow-up' },
  'followup.reported': { zh: '报告督办进展', en: 'reported on a follow-up' },
  'followup.extension-asked': { zh: '申请延期', en: 'asked for a later day' },
  'followup.extension-decided': { zh: '审批延期', en: 'decided on a later day' },
  'followup.closing-asked': { zh: '申请办结', en: 'asked to close a follow-up' },
  'followup.reviewed': { zh: '审核办结', en: 'reviewed a closing' },
  'followup.remarked': { zh: '追加批示', en: 'added a remark to a closed follow-up' },
  'followup.part-added': { zh: '分解任务', en: 'added a part to a follow-up' },
  'followup.part-completed': { zh: '完成分解任务', en: 'completed a part of a follow-up' },
  'followup.withdrawn': { zh: '撤销督办', en: 'withdrew a follow-up' },
  'followup.view-saved': { zh: '保存筛选', en: 'saved a view' },
  'followup.view-dropped': { zh: '删除筛选', en: 'dropped a view' },
}
