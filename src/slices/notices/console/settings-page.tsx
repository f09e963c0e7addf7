import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import type { BodyOf } from '#platform/contracts/route.ts'
import { Moment, momentInWords } from '#ui/day.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { longest } from '../notice.ts'
import { noticeRoutes } from '../notice-contract.ts'
import { noticeMessages } from '../notice-messages.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { type Settings, settingsQuery, stopsQuery } from './notice-queries.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** What the county has decided, which channels are open and whether they work, and which addresses are stopped. */
export default function SettingsPage() {
  const page = useTexts(noticePageMessages)
  const found = useQuery(settingsQuery)
  return (
    <Page title={page.settings} lead={page.settingsLead} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Decisions settings={found.data} />}
      {found.data && <Channels settings={found.data} />}
      <Stops />
    </Page>
  )
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

function Decisions({ settings }: { settings: Settings }) {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const save = useNoticeDeed(
    (body: BodyOf<typeof noticeRoutes.changeSettings>) => call(noticeRoutes.changeSettings, { body }),
    page.saved,
  )
  const { person, at, quietFrom, quietTo, workingDaysOnly, gatherMinutes } = settings
  return (
    <Section title={page.quiet}>
      <p className="faint">{page.quietHint}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ quietFrom, quietTo, workingDaysOnly, gatherMinutes }}
        scrollToFirstError={{ focus: true }}
        onFinish={save.mutate}
      >
        <Form.Item
          name="quietFrom"
          label={page.quietFrom}
          rules={[{ pattern: time, required: true, message: page.timeWrong }]}
        >
          <Input maxLength={5} style={{ width: '8em' }} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="quietTo"
          label={page.quietTo}
          rules={[{ pattern: time, required: true, message: page.timeWrong }]}
        >
          <Input maxLength={5} style={{ width: '8em' }} autoComplete="off" />
        </Form.Item>
        <Form.Item name="workingDaysOnly" valuePropName="checked">
          <Checkbox>{page.workingDays}</Checkbox>
        </Form.Item>
        <Form.Item
          name="gatherMinutes"
          label={page.gather}
          extra={page.gatherHint}
          rules={[{ type: 'integer', min: 0, max: 240, required: true, message: page.gatherWrong }]}
        >
          <InputNumber min={0} max={240} controls={false} style={{ width: '8em' }} />
        </Form.Item>
        {save.isError && <ProblemNotice problem={save.error} />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {page.save}
        </Button>
      </Form>
      {person && at && <p className="faint">{page.decidedBy(person, momentInWords(at, language))}</p>}
    </Section>
  )
}

function Channels({ settings }: { settings: Settings }) {
  const t = useTexts(noticeMessages)
  const page = useTexts(noticePageMessages)
  const navigate = useNavigate()
  const open = settings.channels.filter((one) => one.open)
  const test = useMutation({
    mutationFn: (body: BodyOf<typeof noticeRoutes.test>) => call(noticeRoutes.test, { body }),
    onSuccess: ({ id }) => void navigate(`/notices/${id}`),
  })
  const word = (isOpen: boolean) => (settings.held ? page.isHeld : isOpen ? page.isOpen : page.isOff)
  return (
    <Section title={page.channelsTitle}>
      <p className="faint">{page.channelsLead}</p>
      <ul className="notice-rows">
        {settings.channels.map(({ channel, open: isOpen }) => (
          <li key={channel} className="notice-row">
            <h3>{t.channels[channel]}</h3>
            <Lamp state={settings.held ? 'ontime' : isOpen ? 'done' : 'none'} word={word(isOpen)} />
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <Form
          layout="vertical"
          requiredMark={false}
          initialValues={{ channel: open[0]?.channel }}
          onFinish={(body: BodyOf<typeof noticeRoutes.test>) => test.mutate(body)}
        >
          <h3>{page.test}</h3>
          <p className="faint">{page.testLead}</p>
          <Form.Item name="channel" label={page.channel}>
            <Select
              style={{ maxWidth: 240 }}
              options={open.map(({ channel }) => ({ value: channel, label: t.channels[channel] }))}
            />
          </Form.Item>
          <Form.Item name="address" label={page.address} rules={[{ required: true, message: page.testLead }]}>
            <Input maxLength={longest.address} autoComplete="off" style={{ maxWidth: 420 }} />
          </Form.Item>
          {test.isError && <ProblemNotice problem={test.error} />}
          <Button htmlType="submit" loading={test.isPending}>
            {page.testAction}
          </Button>
        </Form>
      )}
    </Section>
  )
}

function Stops() {
  const t = useTexts(noticeMessages)
  const page = useTexts(noticePageMessages)
  const found = useQuery(stopsQuery)
  const clear = useNoticeDeed(
    (stop: string) => call(noticeRoutes.clearStop, { params: { stop } }),
    page.cleared,
  )
  const stops = found.data?.items ?? []
  return (
    <Section title={page.stops}>
      <p className="faint">{stops.length > 0 ? page.stopsLead : page.stopsNone}</p>
      {clear.isError && <ProblemNotice problem={clear.error} />}
      <ul className="notice-rows">
        {stops.map(({ id, channel, address, reason, at, person }) => (
          <li key={id} className="notice-row">
            <h3>
              {t.channels[channel]} {address}
            </h3>
            <span className="notice-faint">
              {[reason, person].filter(Boolean).join(' · ')} <Moment at={at} />
            </span>
            <div className="notice-deeds">
              <Button onClick={() => clear.mutate(id)} aria-label={`${page.clearStop}: ${address}`}>
                {page.clearStop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
