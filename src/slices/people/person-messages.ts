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
    postShort: '职务',
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
    about: '账号',
    state: '状态',
    working: '正常',
    suspendedSince: (moment: string) => `${moment} 起停用`,
    rolesHeld: '职责',
    roleAt: (role: string, organisation: string) => `${organisation} · ${role}`,
    noRoles: '还没有职责',
    noRolesHint: '没有职责的人登录后只能修改自己的密码。',
    reach: '职责按组织树授予：授在上级的，下级都管得到。',
    withdrawOne: (role: string, organisation: string) => `收回${organisation}的${role}职责`,
    withdrawn: (role: string) => `已收回${role}职责`,
    granted: (role: string) => `已授予${role}职责`,
    suspendHint: '停用后立即退出登录，不能再登录。以前的记录都保留，随时可以恢复。',
    suspendedNow: '账号已停用',
    resumedNow: '账号已恢复',
    resetHint: '会生成一个新的一次性密码，原密码立即失效，本人在各处的登录都会退出。',
    resetAction: '生成新的一次性密码',
    addHint: '新增后会得到一个一次性密码，请当面或电话告知本人。',
    addAction: '新增并生成一次性密码',
    addedOne: (name: string) => `已新增：${name}`,
    addNext: '再新增一人',
    toPerson: '查看此人',
    tellThem: (name: string) => `请把登录名和一次性密码告知${name}`,
    copy: '复制密码',
    copyFailed: '没能复制，请手工抄写。',
    toldThem: '已告知，收起',
    required: (label: string) => `请填写${label}。`,
    requiredChoice: (label: string) => `请选择${label}。`,
    loginWrong: '登录名为 2 至 40 位小写字母、数字、点、短横线或下划线，以字母或数字开头。',
    ledger: {
      title: '操作日志',
      intro: '谁、代表哪个组织、什么时候、做了什么。只能追加，任何人都不能修改或删除。',
      label: '操作记录',
      what: '做了什么',
      assisted: (what: string) => `${what}（代办）`,
      who: '谁',
      onBehalf: '代表',
      at: '时间',
      about: '对象',
      system: '系统',
      hidden: '您无权查看的记录',
      none: '还没有操作记录',
      noneHint: '有人登录、新增或办理事项后，会记在这里。',
    },
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
    postShort: 'Post',
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
    about: 'Account',
    state: 'State',
    working: 'Active',
    suspendedSince: (moment: string) => `suspended since ${moment}`,
    rolesHeld: 'Roles',
    roleAt: (role: string, organisation: string) => `${role} · ${organisation}`,
    noRoles: 'No role yet',
    noRolesHint: 'Someone without a role can sign in and change their own password, nothing else.',
    reach: 'A role held at one organisation reaches all that is below it.',
    withdrawOne: (role: string, organisation: string) => `Withdraw the role ${role} at ${organisation}`,
    withdrawn: (role: string) => `The role ${role} was withdrawn`,
    granted: (role: string) => `The role ${role} was granted`,
    suspendHint:
      'They are signed out at once and cannot sign in. Their records stay, and the account can be resumed at any time.',
    suspendedNow: 'The account is suspended',
    resumedNow: 'The account works again',
    resetHint:
      'A new one-time password is made. The old password ends at once, and so does every session of theirs.',
    resetAction: 'Make a one-time password',
    addHint: 'You will get a one-time password to tell the person, face to face or by telephone.',
    addAction: 'Add, and make a one-time password',
    addedOne: (name: string) => `${name} was added`,
    addNext: 'Add another person',
    toPerson: 'Show this person',
    tellThem: (name: string) => `Tell ${name} the sign-in name and the one-time password`,
    copy: 'Copy the password',
    copyFailed: 'It could not be copied. Please write it down.',
    toldThem: 'I have told them: hide it',
    required: (label: string) => `Fill in: ${label}.`,
    requiredChoice: (label: string) => `Choose: ${label}.`,
    loginWrong:
      'A sign-in name has 2 to 40 small letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
    ledger: {
      title: 'Ledger',
      intro:
        'Who did what, on whose behalf, and when. It can only be added to; nobody can change or remove a line.',
      label: 'What was done',
      what: 'What was done',
      assisted: (what: string) => `${what}, for somebody without a phone`,
      who: 'Who',
      onBehalf: 'On behalf of',
      at: 'When',
      about: 'About',
      system: 'The system',
      hidden: 'a record that you may not see',
      none: 'Nothing was done yet',
      noneHint: 'When someone signs in, adds or handles something, it is noted here.',
    },
  },
})

export const personEvents = {
  'session.opened': { zh: '登录', en: 'signed in' },
  'person.added': { zh: '新增人员', en: 'added a person' },
  'person.post-changed': { zh: '更正职务', en: 'changed the post of a person' },
  'person.taken-back': { zh: '撤销新增人员', en: 'took back the adding of a person' },
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
