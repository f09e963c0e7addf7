import { command } from '#platform/commands/command.ts'
import { rootOrganisation } from './county-root.ts'
import { settingsOf, writeSettings } from './contact-store.ts'
import { settingsInput } from './notice-contract.ts'

/** Decides for the whole county when nobody is to be disturbed, and what goes out together. */
export const changeSettings = command('notice.change-settings', {
  may: { permission: 'notice.manage', at: async () => 'county' },
  input: settingsInput,
  event: 'notice.settings-changed',
  async decide({ tx, actor, now }, input) {
    const before = await settingsOf(tx)
    const { county, person: setBy } = actor
    await writeSettings(tx, { ...input, county, setBy, at: now.toISOString() })
    const { setBy: _, at: __, ...was } = before
    return {
      result: input,
      event: {
        about: { kind: 'organisation', id: await rootOrganisation(tx, actor) },
        data: { before: was, after: input },
      },
    }
  },
})
