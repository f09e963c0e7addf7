import { describe, expect, test } from 'vitest'
import { antdTheme } from './antd-theme.ts'
import { contrast } from './contrast.ts'
import { type ColourName, colours, scales, tokensCss } from './tokens.ts'

const grounds: ColourName[] = ['paper', 'surface', 'sunken']
const texts: ColourName[] = ['ink', 'inkSoft', 'inkFaint', 'accent', 'done', 'near', 'overdue', 'link']
const tinted: [ColourName, ColourName][] = [
  ['done', 'doneTint'],
  ['near', 'nearTint'],
  ['overdue', 'overdueTint'],
  ['link', 'linkTint'],
  ['accent', 'accentTint'],
  ['ink', 'pressed'],
  ['inkSoft', 'pressed'],
  ['inkFaint', 'pressed'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onAccent', 'accentPressed'],
  ['onAccent', 'link'],
  ['onAccent', 'ink'],
]

describe('colours', () => {
  const pairs = [...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)), ...tinted]
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(grounds)('a control can be seen on %s', (ground) => {
    expect(contrast(colours.lineStrong, colours[ground])).toBeGreaterThanOrEqual(3)
  })

  test('black on white is 21:1, a colour on itself 1:1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#b5382a', '#b5382a')).toBe(1)
  })
})

describe('Ant Design theme', () => {
  const { token } = antdTheme('console')
  test.each([
    'colorTextDisabled',
    'colorTextPlaceholder',
    'colorTextSecondary',
    'colorTextTertiary',
  ] as const)('%s can be read even on a disabled control', (name) => {
    const colour = token?.[name]
    const ground = token?.colorBgContainerDisabled
    expect(contrast(String(colour), String(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('controls are as high as the density asks', () => {
    expect(antdTheme('elder').token?.controlHeight).toBe(scales.elder.target)
    expect(antdTheme('console').token?.controlHeight).toBe(scales.console.target)
  })
})

test('the elder scale stands beside the console scale', () => {
  const css = tokensCss('console')
  expect(css).toContain('--target:40px')
  expect(css).toContain(':root[data-elder]{--text-small:1.25rem')
  expect(css).toContain('--ink-soft:#50555c')
})
