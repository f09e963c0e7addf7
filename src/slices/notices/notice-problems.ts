import { Problem } from '#platform/http/problem.ts'

export function addressUnfit(channel: 'smtp' | 'sms' | 'wecom'): Problem {
  const how = {
    smtp: { zh: '邮箱例如 name@example.org。', en: 'An e-mail address looks like name@example.org.' },
    sms: {
      zh: '手机号例如 138 0000 0000、+852 5123 4567、+853 6612 3456。',
      en: 'A mobile number looks like 138 0000 0000, +852 5123 4567 or +853 6612 3456.',
    },
    wecom: {
      zh: '企业微信填成员账号，由字母、数字组成。',
      en: 'For WeCom give the member account, in letters and digits.',
    },
  }[channel]
  return new Problem(400, `notice.${channel}-unfit`, {
    zh: { title: '这个地址不能接收通知', detail: `没有保存。${how.zh}` },
    en: { title: 'Nobody can be told at this address', detail: `Nothing was saved. ${how.en}` },
  })
}

export function channelOff(): Problem {
  return new Problem(409, 'notice.channel-off', {
    zh: { title: '这个渠道没有开通', detail: '没有发送。请先按说明用环境变量配置，再重新启动平台。' },
    en: {
      title: 'This channel is not open',
      detail: 'Nothing was sent. Set it in the environment and start again.',
    },
  })
}

export function deliveryNotFit(): Problem {
  return new Problem(409, 'notice.delivery-unfit', {
    zh: { title: '这一条现在不能这样处理', detail: '没有做任何改动，它的状态刚刚变了。请刷新页面查看。' },
    en: {
      title: 'This cannot be done with it now',
      detail: 'Nothing was changed; it has just moved on. Reload to see it.',
    },
  })
}

export function addressStillStopped(): Problem {
  return new Problem(409, 'notice.address-stopped', {
    zh: { title: '这个地址已停发', detail: '没有发送。请先核对地址，在“停发的地址”中恢复后再发。' },
    en: {
      title: 'Nothing is sent to this address',
      detail:
        'Nothing was sent. Check it, let it be sent to again among the stopped addresses, then try once more.',
    },
  })
}

export function alarmAnswered(): Problem {
  return new Problem(409, 'notice.alarm-answered', {
    zh: { title: '已经有人处理过了', detail: '没有做任何改动。请刷新页面查看结果。' },
    en: {
      title: 'Somebody has answered it already',
      detail: 'Nothing was changed. Reload to see the answer.',
    },
  })
}
