import { describe, expect, it } from 'vitest'
import { commandKey, forgetCommandKey, type Shelf } from './command-key.ts'

function shelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

const full: Shelf = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
  removeItem: () => {},
}

describe('the key of a command', () => {
  it('stays the same for the same words, also after a reload', () => {
    const kept = shelf()
    const first = commandKey(kept, 'report a', { text: '已开两场' })
    expect(commandKey(kept, 'report a', { text: '已开两场' })).toBe(first)
  })

  it('is another one for other words and for another deed', () => {
    const kept = shelf()
    const first = commandKey(kept, 'report a', { text: '已开两场' })
    expect(commandKey(kept, 'report b', { text: '已开两场' })).not.toBe(first)
    expect(commandKey(kept, 'report a', { text: '已开三场' })).not.toBe(first)
  })

  it('is a new one after the deed was done, so that the same words can be said twice', () => {
    const kept = shelf()
    const first = commandKey(kept, 'report a', { text: '正在办' })
    forgetCommandKey(kept, 'report a')
    expect(commandKey(kept, 'report a', { text: '正在办' })).not.toBe(first)
  })

  it('is there even where the browser keeps nothing', () => {
    expect(commandKey(full, 'report a', {})).toMatch(/^[0-9a-f-]{36}$/)
  })
})
