import { expect, test } from 'vitest'
import { filesFor } from './entry-weight.ts'

const manifest = {
  'index.html': { file: 'index.js', css: ['index.css'], imports: ['_shared.js'] },
  'today-page.tsx': { file: 'today.js', imports: ['_shared.js', '_list.js'] },
  '_shared.js': { file: 'shared.js', imports: ['_list.js'] },
  '_list.js': { file: 'list.js', css: ['list.css'], imports: ['_shared.js'] },
}

test('what two parts share counts once, and circles end', () => {
  expect([...filesFor(manifest, ['index.html', 'today-page.tsx'])].sort()).toEqual([
    'index.css',
    'index.js',
    'list.css',
    'list.js',
    'shared.js',
    'today.js',
  ])
})

test('a page that the build does not know is an error, not weightless', () => {
  expect(() => filesFor(manifest, ['tomorrow-page.tsx'])).toThrow('tomorrow-page.tsx')
})
