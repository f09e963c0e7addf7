import type { ChannelName } from './channel.ts'

/** An address as others than whom it concerns may see it: enough to tell two apart, too little to use. */
export function maskAddress(channel: ChannelName, address: string): string {
  if (channel === 'smtp') {
    const at = address.lastIndexOf('@')
    return at < 1 ? hidden : `${[...address][0]}***${address.slice(at)}`
  }
  if (channel === 'wecom') return `${[...address][0] ?? ''}***`
  const characters = [...address]
  const digits = characters.filter((one) => /\d/.test(one)).length
  if (digits < 7) return hidden
  let seen = 0
  return characters
    .map((one) => {
      if (!/\d/.test(one)) return one
      seen += 1
      return seen <= 3 || seen > digits - 2 ? one : '*'
    })
    .join('')
}

const hidden = '***'
