/** The day in China at a moment: what an office means by the day of a deed. */
export function chinaDay(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
}
