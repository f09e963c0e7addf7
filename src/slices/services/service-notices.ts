import { template } from '#platform/notify/template.ts'

/** What people are told about services. */
export const staleNotice = template('service.stale', {
  label: { zh: '服务事项该核对了', en: 'A service needs checking' },
  values: { name: 'text', checked: 'day', hidden: 'day' },
  zh: {
    title: '“{name}”该核对了',
    body: '上次核对是 {checked}。请逐项看一遍，打一打电话，没有变化就点“我核对过了”，有变化先更正。{hidden} 起群众将看不到这项服务。',
    many: '{count} 项服务该核对了',
  },
  en: {
    title: '“{name}” needs checking',
    body: 'It was last checked on {checked}. Read every line and try the telephone: confirm it if nothing changed, correct it first if something did. From {hidden} on the public no longer sees it.',
    many: '{count} services need checking',
  },
})
