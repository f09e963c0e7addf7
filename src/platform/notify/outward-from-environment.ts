import { StartProblem } from '../process/start-problem.ts'
import type { Outward } from './channel.ts'
import { smtpChannel } from './smtp-channel.ts'
import { webhookChannel } from './webhook-channel.ts'

/**
 * The channels that the environment names (README, "Notices"). A demo sends nothing, whatever it names.
 * @throws StartProblem where a channel is named by half.
 */
export function outwardFrom(environment: NodeJS.ProcessEnv, mode: 'demo' | 'real'): Outward {
  if (mode === 'demo') return { held: true, channels: {} }
  const channels: Outward['channels'] = {}
  const smtp = both(environment, 'DAQIAO_SMTP_URL', 'DAQIAO_SMTP_FROM', /^smtps?:\/\//)
  if (smtp) channels.smtp = smtpChannel({ url: smtp[0], from: smtp[1] })
  for (const name of ['sms', 'wecom'] as const) {
    const word = `DAQIAO_${name.toUpperCase()}`
    const hook = both(environment, `${word}_URL`, `${word}_SECRET`, /^https?:\/\//)
    if (hook) channels[name] = webhookChannel(name, { url: hook[0], secret: hook[1] })
  }
  return { held: false, channels }
}

/** The secret is shared by two: it is as long as nobody guesses. */
const shortestSecret = 16

function both(
  environment: NodeJS.ProcessEnv,
  address: string,
  other: string,
  form: RegExp,
): [string, string] | null {
  const [url, also] = [environment[address], environment[other]]
  if (!url && !also) return null
  const secret = other.endsWith('_SECRET')
  if (url && also && form.test(url) && URL.canParse(url) && (!secret || also.length >= shortestSecret)) {
    return [url, also]
  }
  throw new StartProblem(
    'notice-channel-unfit',
    {
      zh: `通知渠道没有配置完整：${address} 和 ${other} 要一起填写，地址的格式要正确${secret ? `，密钥不少于 ${shortestSecret} 个字符` : ''}。不用这个渠道就都不要填。`,
      en: `A channel for notices is named by half: ${address} and ${other} go together, the address has to be one${secret ? `, and the secret has ${shortestSecret} characters at least` : ''}. Leave both out to do without it.`,
    },
    { exitCode: 2 },
  )
}
