import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, inTransaction } from '#platform/db/database.ts'
import { codesOfDemo } from '#platform/public/visitor-store.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { requestNumberOf } from './request-number.ts'
import { sendThrough, shownAt, visitor, wordsOf } from './requests-for-tests.ts'

let house: TestHouse
let supervisor: Caller
/** Of the trade unions, and of the Red Cross. */
let officer: Caller
let redCross: Caller
let union: string
let redCrossId: string
let addresses = 0

beforeAll(async () => {
  house = await testHouse()
  supervisor = await house.as('lujing')
  officer = await house.as('yangxiaolan')
  redCross = await house.as('luojianjun')
  const { items } = (await supervisor.get('/api/organisations?limit=200')).body
  const short = (name: string) => items.find((one: { shortName: string }) => one.shortName === name).id
  union = short('县总工会')
  redCrossId = short('县红十字会')
})
afterAll(() => house.close())

/** A browser at an address of its own, so that one test does not use up what another may do. */
const browser = (at?: string) => {
  addresses += 1
  return visitor(house, { address: `198.51.100.${addresses}`, at })
}
const isFaulty = ({ text }: { text: string }) =>
  text.includes('<title>有误：') && text.includes('role="alert"')
const listed = async (q: string) =>
  (await supervisor.get(`/api/requests?q=${encodeURIComponent(q)}`)).body.items
const find = async (number: string) => {
  const [found] = await listed(number)
  return (await supervisor.get(`/api/requests/${found.id}`)).body
}
const handOn = (id: string, owner: string, dueDay = '2099-12-31') =>
  supervisor.post(`/api/requests/${id}/assignment`, { owner, dueDay })

describe('somebody sends a request without script and without an account', () => {
  test('in three short steps, checks the answers, and gets a number that opens it with the phone', async () => {
    const there = browser()
    const first = await there.post('/tell', { kind: 'complaint' })
    expect(first.where).toBe('/p/tell/text')
    const second = await there.post('/tell/text', { text: '东门的轮椅坡道\r\n被摆摊的占了。' })
    expect(second.where).toBe('/p/tell/contact')
    const check = await there.post('/tell/contact', { name: '廖女士', phone: '１３６ 0000 1003' })
    expect(check.where).toBe('/p/tell/check')
    expect(wordsOf(check.text)).toMatch(/类别 投诉.*东门的轮椅坡道 被摆摊的占了。.*廖女士.*136 0000 1003/)
    const sent = await there.post('/tell/check')
    const number = shownAt(sent.text, 'number')
    expect(number).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(sent.text).not.toContain('id="code"')

    const elsewhere = browser()
    const shut = await elsewhere.get(`/follow/${requestNumberOf(number)}`)
    expect(shut.where).toMatch(/^\/p\/follow\?number=/)
    expect(shut.text).not.toContain('坡道')
    const open = await elsewhere.post('/follow', { number, key: '+86 13600001003' })
    expect(wordsOf(open.text)).toMatch(/已收到，等待交办.*东门的轮椅坡道 被摆摊的占了。/)
    expect(open.text, 'the number itself is not shown again').not.toContain('1003')
  })

  test('without a phone a code opens it, and neither the number nor the code alone', async () => {
    const { number, code } = await sendThrough(browser(), { text: '路灯坏了两盏。' })
    expect(code).toMatch(/^\d{6}$/)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (const key of [wrong, '13600001003', '']) {
      const shut = await browser().post('/follow', { number, key })
      expect(isFaulty(shut), key).toBe(true)
      expect(shut.text).not.toContain('路灯')
    }
    const open = await browser().post('/follow', { number, key: code.replace(/(\d{3})/, '$1 ') })
    expect(wordsOf(open.text)).toContain('路灯坏了两盏。')
    const { rows } = await asSystem(house.database, (tx) =>
      sql<{ hash: string }>`select code_hash as hash from requests where number = ${number}`.execute(tx),
    )
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$/)
  })

  test('a slip in the number is told from a number that is not there', async () => {
    const { number } = await sendThrough(browser(), { text: '一件事' })
    const slip = number.slice(0, 11) + ((Number(number[11]) + 1) % 10)
    expect(wordsOf((await browser().post('/follow', { number: slip, key: '1' })).text)).toContain('编号不对')
    // 2000 0000 000 with its check digit: a right number that nobody has.
    const free = '20000000000'
    const digit = [...'0123456789'].find((one) => requestNumberOf(free + one)) ?? ''
    expect(wordsOf((await browser().post('/follow', { number: free + digit, key: '1' })).text)).toContain(
      '没有查到',
    )
  })

  test('what is missing is said above and at its place, and what was typed is still there', async () => {
    const there = browser()
    const none = await there.post('/tell', {})
    expect(none.where, 'gone to, so that the way back asks nothing').toBe('/p/tell')
    expect(isFaulty(none)).toBe(true)
    expect(isFaulty(await there.get('/tell')), 'said once').toBe(false)
    expect(none.text).toContain('href="#kind"')
    await there.post('/tell', { kind: 'question' })
    const empty = await there.post('/tell/text', { text: ' \r\n ' })
    expect(empty.text).toContain('href="#text"')
    const long = await there.post('/tell/text', { text: '长'.repeat(2001) })
    expect(wordsOf(long.text)).toContain('现在有 2001 字')
    expect(long.text).toContain('长'.repeat(2001))
    await there.post('/tell/text', { text: '问一件事' })
    const wrong = await there.post('/tell/contact', { name: '何', phone: '12345678901234' })
    expect(isFaulty(wrong)).toBe(true)
    expect(wrong.text).toMatch(
      /aria-invalid="true"[^>]*value="12345678901234"|value="12345678901234"[^>]*aria-invalid/,
    )
    expect(wrong.text).toContain('value="何"')
  })

  test('whoever comes to a later step first, or after half an hour, begins with the first', async () => {
    for (const path of ['/tell/text', '/tell/contact', '/tell/check']) {
      expect((await browser().get(path)).where, path).toBe('/p/tell?lost=1')
      expect((await browser().post(path, { text: 'x' })).where, path).toBe('/p/tell?lost=1')
    }
    expect((await browser().get('/tell/sent')).where).toBe('/p/tell')
    const there = browser()
    await there.post('/tell', { kind: 'question' })
    await asSystem(house.database, (tx) =>
      sql`delete from visitor_sessions where expires_at > now()`.execute(tx),
    )
    expect((await there.get('/tell/text')).where).toBe('/p/tell?lost=1')
  })

  test('one step is changed from the check, and the rest stays', async () => {
    const there = browser()
    await there.post('/tell', { kind: 'question' })
    await there.post('/tell/text', { text: '原来的话' })
    await there.post('/tell/contact', { name: '何', phone: '' })
    const changed = await there.post('/tell/text', { text: '改过的话' })
    expect(changed.where).toBe('/p/tell/check')
    expect(wordsOf(changed.text)).toMatch(/改过的话.*何/)
  })

  test('two taps on "send" send it once, and going back does not send it again', async () => {
    const there = browser()
    await there.post('/tell', { kind: 'suggestion' })
    await there.post('/tell/text', { text: '只提一次的建议' })
    await there.post('/tell/contact', { name: '', phone: '' })
    const [one, two] = await Promise.all([there.post('/tell/check'), there.post('/tell/check')])
    expect(shownAt(one.text, 'number')).toBe(shownAt(two.text, 'number'))
    expect((await there.post('/tell/check')).where).toBe('/p/tell/sent')
    expect(await listed('只提一次的建议')).toHaveLength(1)
    // Another one begins with nothing.
    expect((await there.get('/tell')).text).not.toContain('checked')
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u0000\u0007 &amp; {{7*7}}',
    "'; drop table requests; --",
  ])('HTML and script in every field are words: %j', async (words) => {
    const there = browser()
    const text = `${words} 说明`
    const { check, sent, number, code } = await sendThrough(there, { text, name: words.slice(0, 40) })
    const shown = await browser().post('/follow', { number, key: code })
    for (const page of [check, sent, shown, await there.get('/tell')]) {
      expect(page.text).not.toMatch(/<img|<script(?! type="application\/ld\+json")/)
      expect(page.headers.get('content-security-policy')).toContain("script-src 'none'")
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    expect(wordsOf(shown.text)).toContain(text.replace(/[\u0000-\u001f]/g, '').trim())
    expect((await find(number)).text).toBe(text.replace(/[\u0000-\u001f]/g, '').trim())
  })

  test.each([
    ['𠮷', '+852 6123 4567'],
    ['何', '+853 6612 3456'],
    ['𡘙𪚥', '0835-7222345'],
    ['👩‍🔧', '+853 2856 1234'],
  ])(
    'a name of one character or outside the BMP, and numbers of Hong Kong and Macau: %s %s',
    async (name, phone) => {
      const { check, number } = await sendThrough(browser(), { text: '𠮷野家旁边的台阶', name, phone })
      expect(wordsOf(check.text)).toContain(name)
      const shown = await browser().post('/follow', { number, key: phone.replace(/[ +]/g, '') })
      expect(wordsOf(shown.text)).toContain('𠮷野家旁边的台阶')
      const { id } = await find(number)
      await supervisor.post(`/api/requests/${id}/contact`)
      expect((await supervisor.get(`/api/requests/${id}/contact`)).body).toEqual({ name, phone })
    },
  )

  test('about a place it names the place, and not one that is closed or made up', async () => {
    const [place] = (await supervisor.get('/api/places?q=工人文化宫')).body.items
    const there = browser()
    expect(wordsOf((await there.get(`/tell?about=place:${place.id}`)).text)).toContain(`关于：${place.name}`)
    const { check, number } = await sendThrough(there, { text: '坡道', about: `place:${place.id}` })
    expect(wordsOf(check.text)).toContain(place.name)
    expect((await find(number)).about).toEqual({ kind: 'place', id: place.id, name: place.name })
    for (const about of [`place:${house.id()}`, 'place:x', 'person:x', `organisation:${union}`]) {
      expect((await browser().get(`/tell?about=${about}`)).text, about).not.toContain('关于：')
    }
  })

  test('in English, and on the screen in the hall', async () => {
    const english = await sendThrough(browser('/p/en'), { text: 'The tap drips.' })
    expect(wordsOf(english.sent.text)).toContain('Your number')
    expect((await find(english.number)).channel).toBe('web')
    const hall = await sendThrough(browser('/p/hall'), { text: '大厅里提的' })
    expect((await find(hall.number)).channel).toBe('hall')
  })

  test('no foreign page can send it, nor one without its cookie', async () => {
    const answer = await house.web.request('/p/tell', {
      method: 'POST',
      headers: {
        origin: 'https://evil.example',
        host: 'localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'kind=complaint',
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('a phone may send five in a day, an address ten in an hour', async () => {
    const phone = '13700007777'
    for (let i = 0; i < 5; i += 1) {
      expect((await sendThrough(browser(), { text: `第 ${i} 件`, phone })).number).not.toBe('')
    }
    const sixth = await sendThrough(browser(), { text: '第 6 件', phone })
    expect(wordsOf(sixth.sent.text)).toContain('提交次数太多')
    const one = browser()
    for (let i = 0; i < 10; i += 1) expect((await sendThrough(one, { text: `甲 ${i}` })).number).not.toBe('')
    expect(wordsOf((await sendThrough(one, { text: '甲 11' })).sent.text)).toContain('提交次数太多')
  })

  test('a code is not guessed: an address and a number have a few tries', async () => {
    const { number, code } = await sendThrough(browser(), { text: '猜不到' })
    for (let i = 0; i < 10; i += 1) await browser().post('/follow', { number, key: '000000' })
    const late = await browser().post('/follow', { number, key: code })
    expect(wordsOf(late.text)).toContain('查询次数太多')
    expect(late.text).not.toContain('猜不到')
  })
})

describe('the county deals with it', () => {
  test('handed on, it has an owner, a due day and a follow-up, and whoever sent it sees so', async () => {
    const there = browser()
    const { number } = await sendThrough(there, { text: '水管漏水', phone: '13800002222' })
    const { id } = await find(number)
    expect((await officer.get(`/api/requests/${id}`)).status, 'not theirs yet').toBe(404)
    expect((await handOn(id, union)).status).toBe(200)
    expect((await officer.get(`/api/requests/${id}`)).body).toMatchObject({
      state: 'handed-on',
      owner: { id: union },
      dueDay: '2099-12-31',
      lamp: 'ontime',
      actions: ['answer', 'see-contact'],
    })
    const { items } = (await officer.get(`/api/followups?request=${id}`)).body
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      quote: '水管漏水',
      state: 'assigned',
      lead: { id: union },
      dueDay: '2099-12-31',
      visit: null,
      request: id,
    })
    const followup = (await officer.get(`/api/followups/${items[0].id}`)).body
    expect(followup).toMatchObject({ visit: null, request: { id, number } })
    expect(JSON.stringify(followup), 'who sent it stays in the request').not.toContain('13800002222')
    expect((await officer.post(`/api/followups/${items[0].id}/receipt`)).status).toBe(200)
    expect((await handOn(id, union)).status, 'once').toBe(409)
    const page = wordsOf((await there.get(`/follow/${number}`)).text)
    expect(page).toMatch(/正在办理.*天全县总工会/)
    expect(page, 'no name of a person').not.toMatch(/卢静|杨晓兰/)
  })

  test('its follow-up passes to another lead, and the request goes with it', async () => {
    const there = browser()
    const { number } = await sendThrough(there, { text: '想学急救' })
    const { id } = await find(number)
    await handOn(id, union)
    const [followup] = (await supervisor.get(`/api/followups?request=${id}`)).body.items
    const body = { lead: redCrossId, dueDay: '2099-11-30' }
    expect((await supervisor.post(`/api/followups/${followup.id}/assignment`, body)).status).toBe(200)
    expect((await officer.get(`/api/requests/${id}`)).status, 'no longer theirs').toBe(404)
    expect((await redCross.get(`/api/requests/${id}`)).body).toMatchObject({
      owner: { id: redCrossId },
      dueDay: '2099-11-30',
    })
    expect(wordsOf((await there.get(`/follow/${number}`)).text)).toMatch(/改由其他单位承办.*天全县红十字会/)
  })

  test('the answer stands on its page; closed, it takes no further one', async () => {
    const there = browser()
    const { number } = await sendThrough(there, { text: '热水到几点？' })
    const { id } = await find(number)
    await handOn(id, union)
    expect((await redCross.post(`/api/requests/${id}/answers`, { text: 'x' })).status).toBe(404)
    expect((await officer.post(`/api/requests/${id}/answers`, { text: '到 22:30。<b>' })).status).toBe(200)
    const page = await there.get(`/follow/${number}`)
    expect(wordsOf(page.text)).toMatch(/已答复.*到 22:30。<b>/)
    expect((await officer.post(`/api/requests/${id}/closure`, { text: 'x' })).status).toBe(403)
    expect((await supervisor.post(`/api/requests/${id}/closure`, { text: '已回访。' })).status).toBe(200)
    expect(wordsOf((await there.get(`/follow/${number}`)).text)).toMatch(/已办结.*已回访。/)
    expect((await officer.post(`/api/requests/${id}/answers`, { text: 'x' })).status).toBe(409)
  })

  test('an answer reports on the follow-up, and closing the one reviews the other, but not one’s own work', async () => {
    const told = async (text: string, who: Caller) => {
      const { number } = await sendThrough(browser(), { text })
      const { id } = await find(number)
      await handOn(id, union)
      await who.post(`/api/requests/${id}/answers`, { text: '已经修好。' })
      const followup = async () => {
        const [{ id: one }] = (await supervisor.get(`/api/followups?request=${id}`)).body.items
        return (await supervisor.get(`/api/followups/${one}`)).body
      }
      const answered = await followup()
      await supervisor.post(`/api/requests/${id}/closure`, { text: '已回访。' })
      return { answered, closed: await followup() }
    }
    const theirs = await told('灯坏了', officer)
    expect(theirs.answered.state).toBe('underway')
    expect(theirs.answered.history.map((step: { kind: string }) => step.kind)).toEqual([
      'opened',
      'assigned',
      'signed',
      'reported',
    ])
    expect(theirs.closed.state).toBe('closed')
    const own = await told('门坏了', supervisor)
    expect(own.closed.state).toBe('underway')
  })

  test('not to an organisation that is not there or closed, nor until a day that has passed', async () => {
    const { number } = await sendThrough(browser(), { text: '交给谁' })
    const { id } = await find(number)
    expect((await handOn(id, house.id())).status).toBe(404)
    expect((await handOn(id, union, '2020-01-01')).status).toBe(400)
    expect((await find(number)).state).toBe('received')
  })

  test('who sent it is seen by the owner alone, noted each time, and told on the page', async () => {
    const there = browser()
    const { number } = await sendThrough(there, { text: '联系我', name: '廖女士', phone: '13600003333' })
    const { id } = await find(number)
    await handOn(id, union)
    const shown = (await officer.get(`/api/requests/${id}`)).body
    expect(shown.hasContact).toBe(true)
    expect(JSON.stringify(shown)).not.toMatch(/3333|廖/)
    expect((await officer.get(`/api/requests/${id}/contact`)).status, 'not without a note').toBe(403)
    expect((await redCross.post(`/api/requests/${id}/contact`)).status).toBe(404)
    const noted = await officer.post(`/api/requests/${id}/contact`)
    expect(JSON.stringify(noted.body)).not.toMatch(/3333/)
    expect((await officer.get(`/api/requests/${id}/contact`)).body).toEqual({
      name: '廖女士',
      phone: '136 0000 3333',
    })
    expect((await supervisor.get(`/api/requests/${id}/contact`)).status, 'another one’s note').toBe(403)
    expect(wordsOf((await there.get(`/follow/${number}`)).text)).toMatch(
      /工作人员查看了您的联系方式\s*（天全县总工会）/,
    )
    const auditor = await house.as('fengyinuo')
    const { items } = (await auditor.get('/api/events?limit=20')).body
    const looks = items.filter(({ name }: { name: string }) => name === 'request.contact-seen')
    expect(looks[0].about.id).toBe(id)
    expect(JSON.stringify(items)).not.toMatch(/136 ?0000 ?3333|廖女士/)
  })

  test('a year after it was closed nobody knows any more who sent it', async () => {
    const { number } = await sendThrough(browser(), { text: '旧事', phone: '13600004444' })
    const { id } = await find(number)
    await supervisor.post(`/api/requests/${id}/closure`, { text: '已办。' })
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
    const signInAgain = async () => {
      supervisor = await house.as('lujing')
      officer = await house.as('yangxiaolan')
      redCross = await house.as('luojianjun')
    }
    await house.house.tidy(inDays(360))
    await signInAgain()
    expect((await find(number)).hasContact).toBe(true)
    await house.house.tidy(inDays(370))
    await signInAgain()
    expect(await find(number)).toMatchObject({ hasContact: false, text: '旧事', state: 'closed' })
  })

  test('staff write one down for somebody without a telephone, and it says so', async () => {
    const request = house.id()
    const said = { request, kind: 'question', text: '互助金怎么领？', name: '高大爷', code: '204816' }
    const { body } = await officer.post('/api/requests', said)
    expect(requestNumberOf(body.number)).toBe(body.number)
    expect(await find(body.number)).toMatchObject({ channel: 'staff', takenBy: { name: '杨晓兰' } })
    const open = await browser().post('/follow', { number: body.number, key: '204816' })
    expect(wordsOf(open.text)).toMatch(/由工作人员代为登记.*互助金怎么领？/)
    const neither = await officer.post('/api/requests', { ...said, request: house.id(), code: null })
    expect(neither.status).toBe(400)
  })
})

describe('my page', () => {
  const codeFor = async (phone: string) => {
    const codes = await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
      codesOfDemo(tx, new Date()),
    )
    return codes.find((one) => one.phone === phone)?.code ?? ''
  }

  test('opens with a code that is sent to the phone, and shows what was sent with it', async () => {
    const { number } = await sendThrough(browser(), { text: '我的第一件事', phone: '13811112222' })
    await sendThrough(browser(), { text: '别人的事', phone: '13811113333' })
    const there = browser()
    const asked = await there.post('/me', { phone: '138-1111-2222' })
    expect(wordsOf(asked.text)).toContain('138 1111 2222')
    const code = await codeFor('138 1111 2222')
    expect(code).toMatch(/^\d{6}$/)
    expect(asked.text, 'the code stands on no public page').not.toContain(code)
    const mine = await there.post('/me/code', { code })
    expect(wordsOf(mine.text)).toContain('我的第一件事')
    expect(wordsOf(mine.text)).not.toContain('别人的事')
    expect(wordsOf((await there.get(`/follow/${number}`)).text)).toContain('我的第一件事')
    await there.get('/leave')
    expect(wordsOf((await there.get('/me')).text)).not.toContain('我的第一件事')
  })

  test('a code is good once, for its number, not after five wrong ones, and not after a newer one', async () => {
    const phone = '138 2222 3333'
    const there = browser()
    await there.post('/me', { phone })
    const old = await codeFor(phone)
    await there.post('/me/code', { again: '1' })
    await there.post('/me', { phone })
    const code = await codeFor(phone)
    if (old !== code) expect(isFaulty(await there.post('/me/code', { code: old }))).toBe(true)
    const wrong = String((Number(code) + 7) % 1_000_000).padStart(6, '0')
    for (let i = 0; i < 5; i += 1) expect(isFaulty(await there.post('/me/code', { code: wrong }))).toBe(true)
    expect(isFaulty(await there.post('/me/code', { code })), 'used up').toBe(true)
  })

  test('to a phone go three codes in a quarter of an hour, from wherever they are asked for', async () => {
    const phone = '+853 6655 4433'
    for (let i = 0; i < 3; i += 1) expect(isFaulty(await browser().post('/me', { phone }))).toBe(false)
    expect(wordsOf((await browser().post('/me', { phone })).text)).toContain('次数太多')
  })

  test.each(['0835-7222345', '12345', '+852 2345 6789', '+853 2856 1234', '138', ''])(
    'no code is sent to %j, which takes no short messages',
    async (phone) => {
      expect(isFaulty(await browser().post('/me', { phone }))).toBe(true)
    },
  )
})
