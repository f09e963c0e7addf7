import { messages } from '#platform/i18n/messages.ts'

export const requestMessages = messages({
  zh: {
    record: '群众诉求',
    title: '群众诉求',
    kinds: { suggestion: '建议', complaint: '投诉', question: '咨询' },
    states: { received: '待交办', 'handed-on': '办理中', answered: '已答复', closed: '已办结' },
    channels: { web: '网上提交', hall: '大厅自助机', staff: '工作人员代为登记' },
    numbered: (number: string) => `诉求 ${number}`,
  },
  en: {
    record: 'Request',
    title: 'Requests',
    kinds: { suggestion: 'Suggestion', complaint: 'Complaint', question: 'Question' },
    states: { received: 'To hand on', 'handed-on': 'In hand', answered: 'Answered', closed: 'Closed' },
    channels: { web: 'Sent online', hall: 'Sent in the hall', staff: 'Written down by staff' },
    numbered: (number: string) => `Request ${number}`,
  },
})

export const requestEvents = {
  'request.sent': { zh: '提交群众诉求', en: 'sent a request' },
  'request.handed-on': { zh: '交办群众诉求', en: 'handed a request on' },
  'request.answered': { zh: '答复群众诉求', en: 'answered a request' },
  'request.closed': { zh: '办结群众诉求', en: 'closed a request' },
  'request.contact-seen': { zh: '查看诉求人联系方式', en: 'looked at who sent a request' },
}
