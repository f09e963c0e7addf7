/**
 * The look, once: colours, type, space and targets. The Ant Design theme, the CSS variables of the three
 * shells and the contrast test are all derived from here. Every text colour reaches 4.5:1 on every surface
 * that it may stand on (`tokens.test.ts` proves it), every control border 3:1.
 */
export const colours = {
  paper: '#fbfaf7',
  surface: '#ffffff',
  sunken: '#f3f1ea',
  pressed: '#e9e6dc',
  ink: '#1f2328',
  inkSoft: '#50555c',
  inkFaint: '#62676e',
  line: '#e2ded3',
  lineStrong: '#857f73',
  accent: '#b5382a',
  accentHover: '#9e2f23',
  accentPressed: '#85271d',
  accentTint: '#f9ebe8',
  done: '#2a7352',
  doneTint: '#e8f3ed',
  near: '#8a5a08',
  nearTint: '#f9f0dc',
  overdue: '#b42318',
  overdueTint: '#fcebe9',
  link: '#2456a6',
  linkHover: '#1b4485',
  linkTint: '#e9eff8',
  onAccent: '#ffffff',
} as const

export type ColourName = keyof typeof colours

/** `console` is the office's density, `public` the resident's, `elder` the large one that one tap turns on. */
export type Density = 'console' | 'public' | 'elder'

interface Scale {
  /** Type sizes in px: meta line, interface text, running text, section heading, page heading. */
  text: { small: number; base: number; read: number; lead: number; title: number }
  /** Least height of anything that is clicked or touched, in px. */
  target: number
  /** Width of the navigation, in px. */
  rail: number
}

export const scales: Record<Density, Scale> = {
  console: { text: { small: 13, base: 14, read: 16, lead: 20, title: 28 }, target: 40, rail: 224 },
  public: { text: { small: 17, base: 17, read: 17, lead: 20, title: 28 }, target: 48, rail: 224 },
  elder: { text: { small: 20, base: 20, read: 20, lead: 24, title: 32 }, target: 60, rail: 288 },
}

/** Space in px; the steps are named by their order. */
export const space = [0, 4, 8, 12, 16, 24, 40] as const

export const radius = 6

/** Longest motion, in ms; none at all where the reader has asked for none. */
export const motion = 140

export const lineHeight = { text: 1.7, heading: 1.3 } as const

/** The longest line of Chinese text, in Han. */
export const measure = 36

export const fonts = {
  sans: `'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',system-ui,sans-serif`,
  serif: `'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',STSong,SimSun,serif`,
  mono: `ui-monospace,'SF Mono',Consolas,'Noto Sans Mono CJK SC',monospace`,
} as const

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function scaleVariables(density: Density): string {
  const { text, target, rail } = scales[density]
  const sizes = Object.entries(text).map(([name, px]) => `--text-${name}:${px / 16}rem`)
  return [...sizes, `--target:${target}px`, `--rail:${rail}px`].join(';')
}

/**
 * The tokens as CSS variables: colours, fonts and space on `:root`, the scale of `density` beside them, and
 * the elder scale wherever `data-elder` stands on the root element.
 */
export function tokensCss(density: Density): string {
  const palette = Object.entries(colours).map(([name, value]) => `--${kebab(name)}:${value}`)
  const steps = space.map((px, step) => `--space-${step}:${px}px`)
  const rest = [
    `--radius:${radius}px`,
    `--motion:${motion}ms`,
    `--measure:${measure}em`,
    `--line-text:${lineHeight.text}`,
    `--line-heading:${lineHeight.heading}`,
    ...Object.entries(fonts).map(([name, stack]) => `--font-${name}:${stack}`),
  ]
  const root = [...palette, ...steps, ...rest, scaleVariables(density)].join(';')
  return `:root{${root}}:root[data-elder]{${scaleVariables('elder')}}`
}
