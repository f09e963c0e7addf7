import { publicActor } from '#platform/auth/the-public.ts'
import { addWorkingDays, dayOf } from '#platform/clock/working-days.ts'
import type { Demo } from '#platform/slice.ts'
import { answerRequest } from './answer-request.ts'
import { closeRequest } from './close-request.ts'
import { handOnRequest } from './hand-on-request.ts'
import type { RequestKind } from './request.ts'
import { seeContact } from './see-contact.ts'
import { sendRequest } from './send-request.ts'

interface Story {
  name: string
  kind: RequestKind
  text: string
  /** The name of a place. */
  about?: string
  who?: { name?: string; phone?: string }
  /** Working days before today. */
  sent: number
  /** A member of staff wrote it down. */
  by?: string
  handedOn?: { daysAgo: number; to: string; dueIn: number }
  contactSeen?: { daysAgo: number; by: string }
  answered?: { daysAgo: number; by: string; text: string }
  closed?: { daysAgo: number; text: string }
}

/** What a county hears in a few weeks. The phone numbers are of the kind that is kept for examples. */
const stories: Story[] = [
  {
    name: 'water',
    kind: 'suggestion',
    text: '文笔社区驿站的饮水机晚上八点就断电了，跑夜单的骑手接不到热水。希望延到十点半。',
    about: '文笔社区户外劳动者驿站',
    who: { name: '骑手小唐', phone: '138 0000 1001' },
    sent: 22,
    handedOn: { daysAgo: 21, to: '县总工会', dueIn: 10 },
    contactSeen: { daysAgo: 20, by: 'yangxiaolan' },
    answered: {
      daysAgo: 16,
      by: 'yangxiaolan',
      text: '您好。已与社区商定，自本月起驿站饮水机和充电柜供电延长到每晚 22:30，冬季加放保温桶。感谢您的建议。',
    },
    closed: { daysAgo: 14, text: '已电话回访，建议人表示满意。' },
  },
  {
    name: 'course',
    kind: 'question',
    text: '想问一下冬天还有没有家政服务员的培训班？在外面打工的人回来过年时能不能赶上？',
    who: { phone: '139 0000 1002' },
    sent: 12,
    handedOn: { daysAgo: 11, to: '县妇联', dueIn: 20 },
    answered: {
      daysAgo: 5,
      by: 'hechunyan',
      text: '有的。春节前后各开一期，每期 7 天，地点在妇女儿童之家，免学费。报名带身份证，也可以先打电话登记。',
    },
  },
  {
    name: 'ramp',
    kind: 'complaint',
    text: '工人文化宫东门的轮椅坡道被摆摊的占了，我推老人进不去，和门卫说了也没人管。',
    about: '天全县工人文化宫',
    who: { name: '廖女士', phone: '136 0000 1003' },
    sent: 9,
    handedOn: { daysAgo: 8, to: '县总工会', dueIn: 15 },
    contactSeen: { daysAgo: 6, by: 'yangxiaolan' },
  },
  {
    name: 'noise',
    kind: 'complaint',
    text: '青年之家周末晚上排练到十一点，楼上睡不着。',
    sent: 15,
    handedOn: { daysAgo: 14, to: '团县委', dueIn: 20 },
  },
  {
    name: 'first-aid',
    kind: 'suggestion',
    text: '建议红十字会到喇叭河镇来教一次急救，这边离医院远，民宿老板都想学。',
    who: { name: '喇叭河一家民宿', phone: '137 0000 1005' },
    sent: 4,
    handedOn: { daysAgo: 3, to: '县红十字会', dueIn: 10 },
  },
  {
    name: 'macau',
    kind: 'question',
    text: '我们在澳门的同乡会想给山区小学捐一批图书，应该找哪个单位？需要什么手续？',
    who: { name: '同乡会 何', phone: '+853 6612 3456' },
    sent: 2,
  },
  {
    name: 'elder',
    kind: 'question',
    text: '老人来窗口说：看不懂手机，想知道住院的互助金怎么领，能不能让别人代办。',
    who: { name: '高大爷' },
    sent: 1,
    by: 'zhouwentao',
  },
  {
    name: 'lamp',
    kind: 'suggestion',
    text: '儿童友好服务站门口的路灯坏了两盏，晚上接孩子看不清台阶。',
    sent: 1,
  },
]

/** Tells the county's requests from the public by the same commands as people do. */
export async function loadDemoRequests(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const supervisor = await demo.as('lujing')
  const visitor = publicActor(demo.county, 'zh', ['request.send'])
  const { run } = demo.commands
  for (const story of stories) {
    const { name, kind, text, about, who = {}, by } = story
    const request = demo.id(`request ${name}`)
    const at = (what: string, daysAgo: number, hour: number) => ({
      id: demo.id(`${what} request ${name}`),
      now: demo.daysAgo(daysAgo, hour),
    })
    const place = about ? demo.shared.get(`place ${about}`) : undefined
    await run(
      sendRequest,
      by ? await demo.as(by) : visitor,
      {
        request,
        kind,
        text,
        about: place ? { kind: 'place', id: place } : null,
        name: who.name ?? null,
        phone: who.phone ?? null,
        code: who.phone ? null : '202611',
      },
      at('send', story.sent, 9),
    )
    demo.shared.set(`request ${name}`, request)
    const { handedOn, contactSeen, answered, closed } = story
    if (handedOn) {
      const owner = demo.shared.get(`organisation ${handedOn.to}`)
      if (!owner) throw new Error(`the demo knows no organisation ${handedOn.to}`)
      const dueDay = addWorkingDays(dayOf(demo.daysAgo(handedOn.daysAgo)), handedOn.dueIn)
      await run(handOnRequest, supervisor, { request, owner, dueDay }, at('hand on', handedOn.daysAgo, 11))
    }
    if (contactSeen) {
      await run(
        seeContact,
        await demo.as(contactSeen.by),
        { request },
        at('look at', contactSeen.daysAgo, 14),
      )
    }
    if (answered) {
      const answer = { request, text: answered.text }
      await run(answerRequest, await demo.as(answered.by), answer, at('answer', answered.daysAgo, 15))
    }
    if (closed) {
      await run(closeRequest, supervisor, { request, text: closed.text }, at('close', closed.daysAgo, 16))
    }
  }
}
