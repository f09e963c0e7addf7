import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useUndo } from '#ui/undo.tsx'
import { noticesKey, todayKey } from './notice-queries.ts'

/** Does something with notices, says that it is done, and asks anew for all that it may have changed. */
export function useNoticeDeed<Input>(
  does: (input: Input) => Promise<unknown>,
  said: string,
  then?: () => void,
) {
  const queries = useQueryClient()
  const say = useUndo()
  return useMutation({
    mutationFn: does,
    onSuccess: async () => {
      then?.()
      say({ message: said })
      await Promise.all([
        queries.invalidateQueries({ queryKey: noticesKey }),
        queries.invalidateQueries({ queryKey: todayKey }),
        queries.invalidateQueries({ queryKey: ['jobs'] }),
      ])
    },
  })
}
