import { changedMeanwhile, type Conflict, nothingChangedIn } from '#platform/http/changed-meanwhile.ts'
import { Problem } from '#platform/http/problem.ts'
import type { FactItem } from './service.ts'
import { serviceMessages } from './service-messages.ts'

const { zh, en } = serviceMessages

/** Another card of the same organisation has this name. */
export function serviceNameHeld(name: string, holder: { id: string; name: string }): Problem {
  return new Problem(
    409,
    'service.name-held',
    {
      zh: {
        title: `这个单位已有名为“${name}”的服务事项`,
        detail: '没有做任何改动。请换一个名称，或直接更正原有的那一项。',
      },
      en: {
        title: `This organisation has a service called “${name}” already`,
        detail: 'Nothing was changed. Use another name, or change the one that is there.',
      },
    },
    { service: holder },
  )
}

export function nameSaysNothing(): Problem {
  return new Problem(400, 'service.name-empty', {
    zh: { title: '名称里没有文字', detail: '没有做任何改动。请写出汉字、字母或数字。' },
    en: { title: 'The name has no letters', detail: 'Nothing was changed. Write words, not only signs.' },
  })
}

export function serviceWithdrawn(name: string): Problem {
  return new Problem(409, 'service.withdrawn', {
    zh: { title: `“${name}”已经撤下`, detail: '没有做任何改动。如仍在办理，请先恢复这项服务。' },
    en: {
      title: `“${name}” is withdrawn`,
      detail: 'Nothing was changed. Restore it first if it is given again.',
    },
  })
}

export function serviceOffered(name: string): Problem {
  return new Problem(409, 'service.offered', {
    zh: { title: `“${name}”没有撤下`, detail: '没有做任何改动，它仍在办理。可能有人刚刚恢复了它。' },
    en: {
      title: `“${name}” is not withdrawn`,
      detail: 'Nothing was changed: it is offered. Somebody may just have restored it.',
    },
  })
}

/** A card that is confirmed as right was changed after its reader saw it. */
export function checkedAnother(name: string): Problem {
  return new Problem(409, 'service.checked-another', {
    zh: {
      title: `“${name}”刚刚被改过`,
      detail: '没有记录这次核对。请重新看一遍现在的内容，确认无误后再点“我核对过了”。',
    },
    en: {
      title: `“${name}” has just been changed`,
      detail: 'This check was not recorded. Read the card as it stands now, then confirm it again.',
    },
  })
}

/** Somebody changed the same thing meanwhile. */
export function serviceWasChanged(
  conflicts: readonly Conflict<FactItem | 'staleAfter' | 'hideAfter'>[],
): Problem {
  return changedMeanwhile('service', conflicts, { zh, en })
}

export function nothingChanged(): Problem {
  return nothingChangedIn('service')
}

export function keeperClosed(name: string): Problem {
  return new Problem(409, 'service.keeper-closed', {
    zh: { title: `“${name}”已经撤销，不能承办服务`, detail: '没有做任何改动。请改选其他单位。' },
    en: {
      title: `“${name}” is closed and cannot give a service`,
      detail: 'Nothing was changed. Choose another.',
    },
  })
}

/** A card names a closed place: nobody is to be sent there. */
export function placeUnfit(name: string): Problem {
  return new Problem(409, 'service.place-closed', {
    zh: {
      title: `“${name}”已经关闭，不能写进“在哪里办”`,
      detail: '没有做任何改动。请换一处开放的阵地，或先恢复它。',
    },
    en: {
      title: `“${name}” is closed: nobody is to be sent there`,
      detail: 'Nothing was changed. Choose an open place, or reopen that one first.',
    },
  })
}

export function costMissing(): Problem {
  return new Problem(400, 'service.cost-missing', {
    zh: { title: '没有写清费用', detail: '没有做任何改动。收费的服务要写明收多少、按什么标准收。' },
    en: {
      title: 'The cost is not told',
      detail: 'Nothing was changed. Of a service that is not free, say how much it costs and by which rate.',
    },
  })
}
