import { hashPassword } from '#platform/auth/password.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { Demo } from '#platform/slice.ts'
import type { Role } from './person.ts'
import { personMessages } from './person-messages.ts'
import { insertCredential, insertGrant, insertPerson } from './person-store.ts'

/** Printed on the sign-in page of the demo. A real installation refuses it as a password. */
export const demoPassword = 'daqiao-demo'

interface DemoPerson {
  login: string
  name: string
  nameEn: string
  post: string
  role: Role
  /** The organisation's short name. */
  at: string
  atEn: string
}

/** Invented people; none is the holder of any such post. */
const tianquan: DemoPerson[] = [
  {
    login: 'lujing',
    name: '卢静',
    nameEn: 'Lu Jing',
    post: '督查股股长',
    role: 'supervisor',
    at: '天全县',
    atEn: 'Tianquan County',
  },
  {
    login: 'yangxiaolan',
    name: '杨晓兰',
    nameEn: 'Yang Xiaolan',
    post: '办公室主任',
    role: 'officer',
    at: '县总工会',
    atEn: 'Trade unions',
  },
  {
    login: 'wusiqi',
    name: '吴思齐',
    nameEn: 'Wu Siqi',
    post: '干事',
    role: 'officer',
    at: '团县委',
    atEn: 'Youth League',
  },
  {
    login: 'hechunyan',
    name: '何春燕',
    nameEn: 'He Chunyan',
    post: '权益部部长',
    role: 'officer',
    at: '县妇联',
    atEn: "Women's Federation",
  },
  {
    login: 'luojianjun',
    name: '罗建军',
    nameEn: 'Luo Jianjun',
    post: '备灾救灾干事',
    role: 'officer',
    at: '县红十字会',
    atEn: 'Red Cross',
  },
  {
    login: 'zhouwentao',
    name: '周文涛',
    nameEn: 'Zhou Wentao',
    post: '综合窗口负责人',
    role: 'officer',
    at: '县群团中心',
    atEn: 'Service centre',
  },
  {
    login: 'tangyue',
    name: '唐悦',
    nameEn: 'Tang Yue',
    post: '办公室干事',
    role: 'officer',
    at: '县人社局',
    atEn: 'HR bureau',
  },
  {
    login: 'zenghai',
    name: '曾海',
    nameEn: 'Zeng Hai',
    post: '党办主任',
    role: 'officer',
    at: '县中医医院',
    atEn: 'Hospital',
  },
  {
    login: 'chenqiushi',
    name: '陈秋实',
    nameEn: 'Chen Qiushi',
    post: '分管领导',
    role: 'leader',
    at: '天全县',
    atEn: 'Tianquan County',
  },
  {
    login: 'fengyinuo',
    name: '冯一诺',
    nameEn: 'Feng Yinuo',
    post: '审计干事',
    role: 'auditor',
    at: '天全县',
    atEn: 'Tianquan County',
  },
  {
    login: 'gaomingyuan',
    name: '高明远',
    nameEn: 'Gao Mingyuan',
    post: '系统管理员',
    role: 'administrator',
    at: '天全县',
    atEn: 'Tianquan County',
  },
]

const mingshan: DemoPerson[] = [
  {
    login: 'jiangheng',
    name: '江恒',
    nameEn: 'Jiang Heng',
    post: '督查专员',
    role: 'supervisor',
    at: '名山区',
    atEn: 'Mingshan District',
  },
]

export function demoIdentities(language: Language) {
  return [...tianquan, ...mingshan].map((person) => ({
    login: person.login,
    name: language === 'en' ? person.nameEn : person.name,
    role: personMessages[language].roles[person.role],
    organisation: language === 'en' ? person.atEn : person.at,
    password: demoPassword,
  }))
}

export async function loadDemoPeople(demo: Demo): Promise<void> {
  const { county } = demo
  const passwordHash = await hashPassword(demoPassword)
  const at = demo.daysAgo(110)
  await inTransaction(demo.database, { county, person: null }, async (tx) => {
    for (const one of county === '511825' ? tianquan : mingshan) {
      const person = demo.id(`person ${one.login}`)
      demo.shared.set(`person ${one.login}`, person)
      const organisation = demo.shared.get(`organisation ${one.at}`)
      if (!organisation) throw new Error(`the demo knows no organisation ${one.at}`)
      await insertPerson(tx, { county, id: person, name: one.name, post: one.post, at })
      await insertCredential(tx, { county, person, login: one.login, passwordHash, mustChange: false, at })
      const grant = { county, id: demo.id(`grant ${one.login}`), person, role: one.role, organisation }
      await insertGrant(tx, { ...grant, grantedBy: null, at })
    }
  })
}
