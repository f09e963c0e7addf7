import { describe, expect, it } from 'vitest'
import { addressOfFilters, filtersOf, filtersOfView, isNarrowed, withFilter } from './filter-address.ts'

const union = '01900000-0000-7000-8000-000000000001'
const women = '01900000-0000-7000-8000-000000000002'
const of = (search: string) => filtersOf(new URLSearchParams(search))

describe('the filters in the address', () => {
  it('are read, several of a kind as a list', () => {
    expect(of(`lead=${union}&lead=${women}&lamp=near&lamp=overdue&q= 阵地 `)).toEqual({
      q: '阵地',
      lamp: ['overdue', 'near'],
      lead: [union, women],
    })
  })

  it('pass over what nobody can mean', () => {
    expect(
      of('lamp=purple&state=&lead=1&due_from=2026-02-30&due_to=soon&kind=x&mine=1&sort=due&page=7'),
    ).toEqual({})
  })

  it('come back from the address as they went in', () => {
    const filters = of(
      `q=zgh&lamp=overdue&state=underway&lead=${union}&mine=true&visit=${women}&force=must&kind=task&theme=阵地建设&due_from=2026-05-10&due_to=2026-05-20&sort=updated`,
    )
    expect(of(addressOfFilters(filters))).toEqual(filters)
    expect(Object.keys(filters)).toHaveLength(12)
  })

  it('are the same text in whatever order they were set', () => {
    const one = withFilter(withFilter({}, { lead: [union] }), { lamp: ['overdue'] })
    const other = withFilter(withFilter({}, { lamp: ['overdue'] }), { lead: [union] })
    expect(addressOfFilters(one)).toBe(addressOfFilters(other))
  })

  it('are taken away by nothing', () => {
    expect(withFilter({ lamp: ['overdue'], q: 'a' }, { lamp: [], q: '' })).toEqual({})
  })

  it('read a saved view, also one with a filter that is no longer known', () => {
    expect(filtersOfView({ lamp: 'overdue', lead: [union], colour: 'red' })).toEqual({
      lamp: ['overdue'],
      lead: [union],
    })
  })

  it('are not narrowed by the order alone', () => {
    expect(isNarrowed({ sort: 'number' })).toBe(false)
    expect(isNarrowed({ q: 'a' })).toBe(true)
  })
})
