import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters that OWASP recommends as the least: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** The hash to store, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters)
}

/** Compares in constant time. With no hash it still takes the time of one, so that logins cannot be guessed. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return stored !== null && fits
}
let nobody: Promise<string> | undefined

/** Passwords that everybody tries first; compared after lower-casing. The demo's own is among them. */
const common = [
  'daqiao-demo',
  'password',
  'passw0rd',
  '12345',
  '123123',
  'qwerty',
  'abc123',
  '11111',
  'admin',
  '88888',
]

/** Why a password may not be used, or null when it may. After GB/T 22239-2019 8.1.4.1 (complexity). */
export function passwordFault(
  password: string,
  login: string,
): 'short' | 'common' | 'login' | 'simple' | null {
  const lower = password.normalize('NFKC').toLowerCase()
  if ([...password].length < 10) return 'short'
  if (common.some((one) => lower.includes(one))) return 'common'
  if (login && lower.includes(login.toLowerCase())) return 'login'
  if (new Set(lower).size < 6) return 'simple'
  return null
}

/** A password for the first sign-in: twelve characters that cannot be mistaken for one another. */
export function oneTimePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}-${letters.slice(8).join('')}`
}
