import { hashPassword, passwordFault, passwordFits } from '#platform/auth/password.ts'
import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { changePasswordInput, resetPasswordInput } from './person-contract.ts'
import { weakPassword, wrongOldPassword } from './person-messages.ts'
import { whereHeld } from './person-reach.ts'
import { credentialOf, updatePassword } from './person-store.ts'
import { closeSessionsOf } from './session-store.ts'

/** An administrator sets a one-time password; every session of the person ends. */
export const resetPassword = command('person.reset-password', {
  may: { permission: 'person.manage', at: ({ tx }, input) => whereHeld(tx, input.person) },
  input: resetPasswordInput,
  event: 'person.password-reset',
  ledgered: ({ person }) => ({ person }),
  async decide({ tx, now }, { person, oneTimePassword }) {
    const credential = await credentialOf(tx, person)
    if (!credential) throw notFound({ zh: '这个账号', en: 'This account' })
    const fault = passwordFault(oneTimePassword, credential.login)
    if (fault) throw weakPassword(fault)
    const passwordHash = await hashPassword(oneTimePassword)
    await updatePassword(tx, { person, passwordHash, mustChange: true, at: now })
    await closeSessionsOf(tx, person)
    return { result: { id: person }, event: { about: { kind: 'person', id: person }, data: {} } }
  },
})

/** A person sets their own password; every session ends, and the page signs in again with the new one. */
export const changePassword = command('person.change-password', {
  may: { permission: 'session.own' },
  input: changePasswordInput,
  event: 'person.password-changed',
  ledgered: () => ({}),
  async decide({ tx, actor, now }, input) {
    const { person } = actor
    const credential = await credentialOf(tx, person)
    if (!credential || !(await passwordFits(input.old, credential.passwordHash))) throw wrongOldPassword()
    const fault = passwordFault(input.new, credential.login)
    if (fault) throw weakPassword(fault)
    const passwordHash = await hashPassword(input.new)
    await updatePassword(tx, { person, passwordHash, mustChange: false, at: now })
    await closeSessionsOf(tx, person)
    return { result: { id: person }, event: { about: { kind: 'person', id: person }, data: {} } }
  },
})
