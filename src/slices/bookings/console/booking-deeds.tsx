import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { useCommandIds } from '#ui/command-ids.ts'
import { useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { useUndo } from '#ui/undo.tsx'
import { longestText } from '../booking.ts'
import { bookingRoutes } from '../booking-contract.ts'
import { bookingPageMessages } from '../booking-page-messages.ts'
import { type BookingShown, bookingsKey } from './booking-queries.ts'

interface DeedProps {
  booking: BookingShown
  onClose: () => void
}

/** Sends a deed under one id however often; what was shown of bookings is asked for again, after an error too. */
function useDeed<Values>(
  send: (values: Values, idempotencyKey: string) => Promise<unknown>,
  { said, onClose }: { said: string; onClose?: () => void },
) {
  const queries = useQueryClient()
  const ids = useCommandIds()
  const say = useUndo()
  const again = () => queries.invalidateQueries({ queryKey: bookingsKey })
  return useMutation({
    mutationFn: (values: Values) => send(values, ids.for(values).command),
    onSuccess: async () => {
      onClose?.()
      say({ message: said })
      await again()
    },
    onError: again,
  })
}

function useOwnId(): string | null {
  const session = useQueryClient().getQueryData<{ person: { id: string } | null }>(['session'])
  return session?.person?.id ?? null
}

/** Approves what is shown; a group's visit without a guide is guided by whoever approves it. */
export function ApproveButton({ booking }: { booking: BookingShown }) {
  const t = useTexts(bookingPageMessages)
  const own = useOwnId()
  const { id, version, kind, guide } = booking
  const guides = kind === 'visit' && guide === null
  const approve = useDeed(
    (body: { version: number; guide: string | null }, idempotencyKey) =>
      call(bookingRoutes.approve, { params: { booking: id }, body, idempotencyKey }),
    { said: t.approved },
  )
  return (
    <>
      <Button
        type="primary"
        loading={approve.isPending}
        onClick={() => approve.mutate({ version, guide: guides ? own : null })}
      >
        {guides ? t.approveAndGuide : t.approve}
      </Button>
      {approve.isError && <ProblemNotice problem={approve.error} />}
    </>
  )
}

export function RefuseForm({ booking: { id, version }, onClose }: DeedProps) {
  const t = useTexts(bookingPageMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const refuse = useDeed(
    (body: { reason: string }, idempotencyKey) =>
      call(bookingRoutes.refuse, { params: { booking: id }, body: { ...body, version }, idempotencyKey }),
    { said: t.refused, onClose },
  )
  return (
    <RecordForm
      title={t.refuse}
      lead={t.refuseHint}
      form={form}
      action={t.refuse}
      danger
      busy={refuse.isPending}
      problem={refuse.error}
      onSend={refuse.mutate}
      onClose={onClose}
    >
      <LineField name="reason" label={t.refuseReason} longest={longestText.reason} first />
    </RecordForm>
  )
}

export function CancelForm({ booking: { id, version }, onClose }: DeedProps) {
  const t = useTexts(bookingPageMessages)
  const [form] = Form.useForm<{ reason: string }>()
  const cancel = useDeed(
    (body: { reason: string }, idempotencyKey) =>
      call(bookingRoutes.cancel, { params: { booking: id }, body: { ...body, version }, idempotencyKey }),
    { said: t.cancelled, onClose },
  )
  return (
    <RecordForm
      title={t.cancel}
      lead={t.cancelHint}
      form={form}
      action={t.cancel}
      danger
      busy={cancel.isPending}
      problem={cancel.error}
      onSend={cancel.mutate}
      onClose={onClose}
    >
      <LineField name="reason" label={t.cancelReason} longest={longestText.reason} first />
    </RecordForm>
  )
}

export function CheckInForm({ booking: { id, party }, onClose }: DeedProps) {
  const t = useTexts(bookingPageMessages)
  const [form] = Form.useForm<{ who: string; came: number }>()
  const checkIn = useDeed(
    (body: { who: string; came: number }, idempotencyKey) =>
      call(bookingRoutes.checkIn, { params: { booking: id }, body, idempotencyKey }),
    { said: t.checkedIn, onClose },
  )
  return (
    <RecordForm
      title={t.checkIn}
      form={form}
      initialValues={{ came: party }}
      action={t.checkIn}
      busy={checkIn.isPending}
      problem={checkIn.error}
      onSend={checkIn.mutate}
      onClose={onClose}
    >
      <LineField name="who" label={t.who} longest={longestText.name} first />
      <Form.Item name="came" label={t.count} rules={[{ required: true }]}>
        <InputNumber min={1} max={20_000} precision={0} />
      </Form.Item>
    </RecordForm>
  )
}
