import { expect, test } from 'vitest'
import { hashPassword, oneTimePassword, passwordFault, passwordFits } from './password.ts'

test.each([
  ['九个字符不够长呀啊', 'short'],
  ['abcdefghi', 'short'],
  ['ａｂｃｄｅｆｇｈｉ', 'short'],
  ['my-Password-2026', 'common'],
  ['ＰＡＳＳＷＯＲＤ-2026-x', 'common'],
  ['Daqiao-Demo-now', 'common'],
  ['qwertyuiop-xyz', 'common'],
  ['tianquan-LUJING-26', 'login'],
  ['ababababababab', 'simple'],
  ['天天天天天天全全全全全', 'simple'],
  ['牵线搭桥在天全县群团', null],
  ['correct horse battery', null],
  ['ab3d-ef5h-jk7m', null],
])('%s is %s', (password, fault) => {
  expect(passwordFault(password, 'lujing')).toBe(fault)
})

test('an account without a login forbids no password for it', () => {
  expect(passwordFault('correct horse battery', '')).toBeNull()
})

test('each one-time password can be read out, and is another', () => {
  const many = Array.from({ length: 500 }, oneTimePassword)
  expect(new Set(many).size).toBe(500)
  for (const one of many) {
    expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
    expect(one).not.toMatch(/[ilo01]/)
  }
})

test('a password fits however the keyboard writes it, and no other does', async () => {
  const stored = await hashPassword('搭桥ｇｏｏｄ-2026-é')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordFits('搭桥good-2026-e\u0301', stored)).toBe(true)
  expect(await passwordFits('搭桥good-2026-e', stored)).toBe(false)
  expect(await passwordFits('nobody has this password', null)).toBe(false)
})
