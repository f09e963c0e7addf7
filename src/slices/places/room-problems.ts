import { Problem } from '#platform/http/problem.ts'

export function roomNameHeld(name: string): Problem {
  return new Problem(409, 'room.name-held', {
    zh: { title: `这处阵地已有名为“${name}”的场地`, detail: '没有做任何改动。请换一个名称。' },
    en: { title: `The place has a room “${name}” already`, detail: 'Nothing was changed. Use another name.' },
  })
}

export function roomWasChanged(version: number): Problem {
  return new Problem(
    409,
    'room.changed',
    {
      zh: { title: '这个场地刚刚被别人改过', detail: '没有做任何改动。请看一看现在的内容，再提交。' },
      en: {
        title: 'Somebody has just changed this room',
        detail: 'Nothing was changed. Look at what stands there now and send again.',
      },
    },
    { version },
  )
}

export function roomClosed(name: string): Problem {
  return new Problem(409, 'room.closed', {
    zh: { title: `“${name}”已经停用`, detail: '没有做任何改动。请另选一个场地。' },
    en: { title: `“${name}” is no longer in use`, detail: 'Nothing was changed. Choose another room.' },
  })
}

export function roomTooDeep(name: string): Problem {
  return new Problem(409, 'room.too-deep', {
    zh: { title: `“${name}”不能再分了`, detail: '没有做任何改动。一个场地最多分两次。' },
    en: {
      title: `“${name}” cannot be divided further`,
      detail: 'Nothing was changed. A room is divided twice at most.',
    },
  })
}

export function partTooLarge(name: string, capacity: number): Problem {
  return new Problem(409, 'room.part-too-large', {
    zh: {
      title: `“${name}”只容 ${capacity} 人，分出的部分不能更多`,
      detail: '没有做任何改动。请更正容纳人数。',
    },
    en: {
      title: `“${name}” holds ${capacity} people, so its part cannot hold more`,
      detail: 'Nothing was changed. Correct how many it holds.',
    },
  })
}
