import { Problem } from '#platform/http/problem.ts'
import { messages } from '#platform/i18n/messages.ts'

export const personMessages = messages({
  zh: {
    record: '人员',
    roles: {
      administrator: '管理员',
      supervisor: '督办员',
      officer: '经办人',
      leader: '领导',
      auditor: '审计员',
    },
    rolesExplained: {
      administrator: '管理组织和人员账号',
      supervisor: '整理调研报道，交办、审核督办事项',
      officer: '签收、办理本单位的督办事项',
      leader: '查看全县情况，不经办',
      auditor: '查看操作日志',
    },
    title: '人员',
    intro: '在平台上工作的人和他们的职责。只记姓名、职务和账号，不记其他个人情况。',
    search: '按姓名、拼音或首字母查找',
    add: '新增人员',
    name: '姓名',
    post: '职务（可不填）',
    login: '登录名',
    loginHint: '小写字母、数字、点或短横线',
    role: '职责',
    organisation: '在哪个组织',
    grant: '授予职责',
    withdraw: '收回',
    suspend: '停用账号',
    resume: '恢复账号',
    reason: '原因',
    suspended: '已停用',
    reset: '重设密码',
    oneTime: '一次性密码',
    oneTimeHint: '只显示这一次。请当面或电话告知本人，首次登录后须改成自己的密码。',
    copied: '已复制',
    save: '保存',
    saved: '已保存',
    none: '没有符合条件的人员',
    noneHint: '换个说法再找，或新增人员。',
    changePassword: '修改密码',
    oldPassword: '现在的密码',
    newPassword: '新密码',
    newPasswordHint: '至少 10 个字符，不含登录名，不用常见密码。',
    mustChange: '您用的是一次性密码，请先设一个自己的密码。',
    passwordChanged: '密码已修改，其他设备上的登录已退出',
  },
  en: {
    record: 'Person',
    roles: {
      administrator: 'Administrator',
      supervisor: 'Supervisor',
      officer: 'Officer',
      leader: 'Leader',
      auditor: 'Auditor',
    },
    rolesExplained: {
      administrator: 'looks after organisations and accounts',
      supervisor: 'reads reports, hands out and reviews follow-ups',
      officer: 'signs for and works on the follow-ups of their organisation',
      leader: 'sees the whole county, handles nothing',
      auditor: 'reads the ledger of what was done',
    },
    title: 'People',
    intro:
      'Those who work with the platform, and their roles. Name, post and account are kept, nothing else about them.',
    search: 'Find by name, pinyin or initials',
    add: 'Add a person',
    name: 'Name',
    post: 'Post (optional)',
    login: 'Sign-in name',
    loginHint: 'small letters, digits, dot or hyphen',
    role: 'Role',
    organisation: 'At which organisation',
    grant: 'Grant a role',
    withdraw: 'Withdraw',
    suspend: 'Suspend the account',
    resume: 'Resume the account',
    reason: 'Reason',
    suspended: 'Suspended',
    reset: 'Set a new password',
    oneTime: 'One-time password',
    oneTimeHint:
      'Shown this once. Tell it to the person face to face or by telephone; they set their own at the first sign-in.',
    copied: 'Copied',
    save: 'Save',
    saved: 'Saved',
    none: 'Nobody fits',
    noneHint: 'Try other words, or add a person.',
    changePassword: 'Change password',
    oldPassword: 'Password now',
    newPassword: 'New password',
    newPasswordHint: 'Ten characters or more, not your sign-in name, nothing that everybody uses.',
    mustChange: 'You signed in with a one-time password. Please set your own first.',
    passwordChanged: 'Your password is changed; you are signed out everywhere else',
  },
})

export const personEvents = {
  'session.opened': { zh: '登录', en: 'signed in' },
  'person.added': { zh: '新增人员', en: 'added a person' },
  'person.role-granted': { zh: '授予职责', en: 'granted a role' },
  'person.role-withdrawn': { zh: '收回职责', en: 'withdrew a role' },
  'person.suspended': { zh: '停用账号', en: 'suspended an account' },
  'person.resumed': { zh: '恢复账号', en: 'resumed an account' },
  'person.password-reset': { zh: '重设一次性密码', en: 'set a one-time password' },
  'person.password-changed': { zh: '修改自己的密码', en: 'changed their own password' },
}

export function signInRefused(): Problem {
  return new Problem(403, 'session.refused', {
    zh: { title: '登录名或密码不对', detail: '请核对后再试。忘记密码请联系本单位管理员重设。' },
    en: {
      title: 'The sign-in name or the password is not right',
      detail: 'Try again, or ask your administrator for a new password.',
    },
  })
}

export function signInLocked(minutes: number): Problem {
  return new Problem(429, 'session.locked', {
    zh: { title: '输错次数过多，暂时锁定', detail: `为保护账号，请 ${minutes} 分钟后再试。` },
    en: {
      title: 'Too many attempts: locked for a while',
      detail: `To protect the account, try again in ${minutes} minutes.`,
    },
  })
}

const faults = messages({
  zh: {
    short: '至少 10 个字符',
    common: '太常见，容易被猜到',
    login: '不能包含登录名',
    simple: '不同的字符太少',
  },
  en: {
    short: 'it needs ten characters or more',
    common: 'everybody tries that one first',
    login: 'it must not contain the sign-in name',
    simple: 'too few different characters',
  },
})

export function weakPassword(fault: keyof typeof faults.zh): Problem {
  return new Problem(400, 'person.weak-password', {
    zh: { title: '这个密码不能用', detail: `${faults.zh[fault]}。原密码没有改变。` },
    en: { title: 'This password cannot be used', detail: `${faults.en[fault]}. The old one is unchanged.` },
  })
}

export function wrongOldPassword(): Problem {
  return new Problem(403, 'person.wrong-old-password', {
    zh: { title: '现在的密码不对', detail: '密码没有改变，请重新输入。' },
    en: { title: 'The present password is not right', detail: 'Nothing was changed. Type it again.' },
  })
}

export function loginTaken(login: string): Problem {
  return new Problem(409, 'person.login-taken', {
    zh: { title: `登录名 ${login} 已有人用`, detail: '没有做任何改动。请换一个登录名。' },
    en: { title: `The sign-in name ${login} is taken`, detail: 'Nothing was changed. Choose another.' },
  })
}

export function lastAdministrator(): Problem {
  return new Problem(409, 'person.last-administrator', {
    zh: { title: '这是最后一位管理员', detail: '没有做任何改动。请先授予另一人管理员职责。' },
    en: {
      title: 'This is the last administrator',
      detail: 'Nothing was changed. Make someone else one first.',
    },
  })
}
