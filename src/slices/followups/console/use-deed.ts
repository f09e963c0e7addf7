import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { commandKey, forgetCommandKey } from './command-key.ts'
import { followupsKey } from './followup-queries.ts'
import { tabShelf } from './tab-shelf.ts'

export interface Deed {
  /** What is done with which record: `report 01975…`. */
  name: string
  /** What was said; the same again goes under the same key. */
  said?: unknown
  /** Files that go with it; each is uploaded once, however often the deed is tried. */
  files?: readonly File[]
  send: (with_: SendWith) => Promise<unknown>
  /** Shows the result before the server has answered; what it returns takes that back. */
  ahead?: () => () => void
}

export interface SendWith {
  idempotencyKey: string
  /** The ids of the uploaded files. */
  files: string[]
  /** The id of a record that the command makes, kept over retries as its key is. */
  newRecord: string
}

/**
 * Does a deed and brings what is shown up to date, also after a refusal: somebody else may have been quicker.
 * It is over when the page shows how things stand now.
 */
export function useDeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ name, said, files: chosen = [], send }: Deed) => {
      const shelf = tabShelf()
      const files: string[] = []
      for (const file of chosen) files.push(await uploaded(file))
      const all = { said, files }
      await send({
        files,
        idempotencyKey: commandKey(shelf, name, all),
        newRecord: commandKey(shelf, `${name} record`, all),
      })
      forgetCommandKey(shelf, name)
      forgetCommandKey(shelf, `${name} record`)
    },
    onMutate: ({ ahead }) => ahead?.(),
    onError: (_error, _deed, takeBack) => takeBack?.(),
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['today'] })
      await client.invalidateQueries({ queryKey: followupsKey })
    },
  })
}

const uploads = new WeakMap<File, string>()

async function uploaded(file: File): Promise<string> {
  const known = uploads.get(file)
  if (known) return known
  const { id } = await call(fileRoutes.upload, { query: { name: file.name }, body: file })
  uploads.set(file, id)
  return id
}
