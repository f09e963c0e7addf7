/** As on the server: letters and digits that cannot be mistaken for one another, read aloud or written down. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Bytes from here on would make the first letters of the alphabet likelier than the rest. */
const fairBelow = 256 - (256 % alphabet.length)

function letter(): string {
  const byte = new Uint8Array(1)
  do crypto.getRandomValues(byte)
  while ((byte[0] ?? 0) >= fairBelow)
  return alphabet[(byte[0] ?? 0) % alphabet.length] ?? ''
}

/**
 * A password for the first sign-in, made in the browser so that the server never has to send it: twelve
 * letters in groups of four, about 59 bits. One with fewer than six different letters is refused by the
 * server's rule, so it is not proposed.
 */
export function oneTimePassword(): string {
  for (;;) {
    const groups = Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join(''))
    const password = groups.join('-')
    if (new Set(password).size >= 6) return password
  }
}
