import { randomInt } from 'node:crypto'

/** Letters and digits nobody confuses on paper or when typing from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random code of about 59 bits in three groups, such as "k7mq-3xvd-9tzh". */
export function randomCode(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${group()}-${group()}-${group()}`
}
