import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import { ConfirmText } from '#ui/confirm-text.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import { visitRoutes } from '../../visit-contract.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { visitsKey } from '../visit-queries.ts'

/** Sets a reading aside, with the reason that others will find. */
export function DismissDialog({ visit, onClose }: { visit: string; onClose: () => void }) {
  const t = useTexts(visitDeskMessages).desk.dismiss
  const queries = useQueryClient()
  const toast = useUndo()
  const dismiss = async ({ text }: { text: string }) => {
    await call(visitRoutes.dismiss, { params: { visit }, body: { reason: text } })
    toast({ message: t.done })
    onClose()
    await queries.invalidateQueries({ queryKey: visitsKey })
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <p className="confirm-what">{t.what}</p>
      <ConfirmText
        label={t.reason}
        hint={t.hint}
        action={t.action}
        longest={200}
        onConfirm={dismiss}
        onCancel={onClose}
      />
    </Dialog>
  )
}
