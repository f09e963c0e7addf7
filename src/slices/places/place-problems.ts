import { changedMeanwhile, type Conflict, nothingChangedIn } from '#platform/http/changed-meanwhile.ts'
import { Problem } from '#platform/http/problem.ts'
import type { VillageFault } from './county-areas.ts'
import { deepestLevel, type FactItem, type MoveFault } from './place.ts'
import { placeMessages } from './place-messages.ts'

const { zh, en } = placeMessages

/** A name, own or alias, that an open place of the county has already. `id` and `holder` are that place's. */
export function nameHeld(text: string, holder: string, id: string): Problem {
  const same = text === holder
  return new Problem(
    409,
    'place.name-held',
    {
      zh: {
        title: same ? `已有名为“${text}”的阵地` : `“${text}”已经指“${holder}”`,
        detail: '没有做任何改动。同一名称在全县只能指一处开放的阵地，请换一个名称，或先在那处阵地删去它。',
      },
      en: {
        title: same
          ? `There is a place called “${text}” already`
          : `“${text}” already means the place “${holder}”`,
        detail:
          'Nothing was changed. A name can mean only one open place of the county: use another, or drop it there first.',
      },
    },
    { place: { id, name: holder } },
  )
}

export function placeClosed(name: string): Problem {
  return new Problem(409, 'place.closed', {
    zh: { title: `“${name}”已经关闭`, detail: '没有做任何改动。如需继续使用，请先恢复这处阵地。' },
    en: { title: `“${name}” is closed`, detail: 'Nothing was changed. Reopen it first if it is in use.' },
  })
}

export function placeOpen(name: string): Problem {
  return new Problem(409, 'place.open', {
    zh: { title: `“${name}”没有关闭`, detail: '没有做任何改动，它正常开放。可能有人刚刚恢复了它。' },
    en: {
      title: `“${name}” is not closed`,
      detail: 'Nothing was changed: it is open. Somebody may just have reopened it.',
    },
  })
}

/** What stands below a place that shall be closed: `names` are the first few of `count`. */
export function holdsOpenPlaces(name: string, names: readonly string[], count: number): Problem {
  const more = count > names.length
  return new Problem(
    409,
    'place.holds-open',
    {
      zh: {
        title: `“${name}”下面还有 ${count} 处开放的阵地`,
        detail: `没有做任何改动。请先关闭或移走：${names.join('、')}${more ? ' 等' : ''}。`,
      },
      en: {
        title:
          count === 1 ? `1 open place stands below “${name}”` : `${count} open places stand below “${name}”`,
        detail: `Nothing was changed. Close or move them first: ${names.join(', ')}${more ? ' and others' : ''}.`,
      },
    },
    { below: { count, names } },
  )
}

export function cannotStandThere(fault: MoveFault, name: string, parent: string): Problem {
  const texts = {
    'into-itself': {
      zh: {
        title: `“${name}”不能放到它自己或它的下级下面`,
        detail: '没有做任何改动。请另选一处上级阵地。',
      },
      en: {
        title: `“${name}” cannot stand below itself or what it holds`,
        detail: 'Nothing was changed. Choose another place above it.',
      },
    },
    'too-deep': {
      zh: {
        title: `放在“${parent}”下面就超过 ${deepestLevel} 级了`,
        detail: '没有做任何改动。请选层级更高的上级阵地。',
      },
      en: {
        title: `Below “${parent}” it would be deeper than ${deepestLevel} levels`,
        detail: 'Nothing was changed. Choose a place nearer to the top.',
      },
    },
    'parent-closed': {
      zh: {
        title: `上级阵地“${parent}”已经关闭`,
        detail: '没有做任何改动。请先恢复它，或另选一处上级阵地。',
      },
      en: {
        title: `“${parent}”, above it, is closed`,
        detail: 'Nothing was changed. Reopen that one first, or choose another.',
      },
    },
  }
  return new Problem(409, `place.${fault}`, texts[fault])
}

/** Somebody changed the same thing meanwhile. */
export function placeWasChanged(conflicts: readonly Conflict<FactItem | 'parent'>[]): Problem {
  return changedMeanwhile('place', conflicts, { zh, en })
}

export function nothingChanged(): Problem {
  return nothingChangedIn('place')
}

export function keeperClosed(name: string): Problem {
  return new Problem(409, 'place.keeper-closed', {
    zh: { title: `“${name}”已经撤销，不能管理阵地`, detail: '没有做任何改动。请改选其他组织。' },
    en: {
      title: `“${name}” is closed and cannot keep a place`,
      detail: 'Nothing was changed. Choose another.',
    },
  })
}

export function villageUnfit(fault: VillageFault, code: string): Problem {
  const why = {
    form: {
      zh: '应为 12 位数字：县 6 位、乡镇 3 位、村 3 位。',
      en: 'It has 12 digits: 6 of the county, 3 of the town, 3 of the village.',
    },
    elsewhere: { zh: '它不是本县的代码。', en: 'It belongs to another county.' },
    unknown: { zh: '本县统计用区划代码中没有它。', en: "The county's list of codes does not have it." },
  }[fault]
  return new Problem(400, `place.village-${fault}`, {
    zh: { title: `村（社区）代码 ${code} 不对`, detail: `没有做任何改动。${why.zh}` },
    en: { title: `The village code ${code} is not right`, detail: `Nothing was changed. ${why.en}` },
  })
}

/** The name says nothing once signs are left out. */
export function nameSaysNothing(): Problem {
  return new Problem(400, 'place.name-empty', {
    zh: { title: '名称里没有文字', detail: '没有做任何改动。请写出汉字、字母或数字。' },
    en: { title: 'The name has no letters', detail: 'Nothing was changed. Write words, not only signs.' },
  })
}

export function ownNameStays(): Problem {
  return new Problem(409, 'place.own-name', {
    zh: { title: '正式名称不能删去', detail: '没有做任何改动。如名称有误，请更正阵地信息。' },
    en: {
      title: 'The name of the register cannot be dropped',
      detail: 'Nothing was changed. If it is wrong, change it with the other facts of the place.',
    },
  })
}

export function tooManyNames(most: number): Problem {
  return new Problem(409, 'place.too-many-names', {
    zh: { title: `一处阵地最多 ${most} 个别名`, detail: '没有保存。请先删去不用的别名。' },
    en: { title: `A place can have ${most} further names`, detail: 'Nothing was saved. Drop one first.' },
  })
}
