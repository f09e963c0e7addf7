import type { DirectiveWords } from '../../reading.ts'

/** What a directive says beside who, what and when: by which means, to which end, how much; where it says so. */
export function saidBeside(
  { means, goals, quantities }: Pick<DirectiveWords, 'means' | 'goals' | 'quantities'>,
  t: { means: string; goals: string; quantities: string },
): { name: string; value: string }[] {
  return [
    { name: t.means, value: means.join('、') },
    { name: t.goals, value: goals.join('、') },
    { name: t.quantities, value: quantities.join('、') },
  ].filter(({ value }) => value !== '')
}
