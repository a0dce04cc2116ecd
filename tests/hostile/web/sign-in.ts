import { median } from '#/bench/figure.ts'
import type { Product } from '#/tests/support/start-product.ts'
import type { Row } from '../row.ts'
import { row } from '../row.ts'
import { Visitor } from './visitor.ts'

/** Guessing passwords, and finding out who has an account. */
export async function signInRows(product: Product, account: { email: string; password: string }): Promise<Row[]> {
  const visitor = new Visitor(product)
  const known: number[] = []
  const unknown: number[] = []
  // The first try pays for what is loaded then.
  await visitor.signIn('warm-up@example.org', 'not the password')
  for (let i = 0; i < 4; i++) {
    known.push((await visitor.signIn(account.email, `wrong ${i}`)).ms)
    unknown.push((await visitor.signIn(`nobody-${i}@example.org`, `wrong ${i}`)).ms)
  }
  const apart = Math.abs(median(known) - median(unknown))
  const statuses: number[] = []
  for (let i = 0; i < 30; i++) statuses.push((await visitor.signIn(account.email, `wrong again ${i}`)).status)
  const right = await new Visitor(product).signIn(account.email, account.password)
  const limited = statuses.filter((status) => status === 429).length
  const wrong = [
    ...(limited >= 25 ? [] : [`only ${limited} of 30 were told to wait`]),
    ...(statuses.includes(200) ? ['one was taken'] : []),
    ...(right.status === 429 ? [] : [`the right password was answered ${right.status} in between`]),
  ]
  const spray: number[] = []
  for (let i = 0; i < 30; i++) spray.push((await visitor.signIn(`spray-${i}@example.org`, 'Password123!')).status)
  return [
    {
      ...row(
        'finding out who has an account by time',
        known.length + unknown.length,
        'medians within 25 % or 60 ms',
        apart <= Math.max(60, 0.25 * median(unknown)) ? [] : [`${apart.toFixed(0)} ms apart`],
        `${median(known).toFixed(0)} ms and ${median(unknown).toFixed(0)} ms`,
      ),
      isTiming: true,
    },
    row(
      'guessing the password of an account',
      statuses.length + 1,
      '429 after five, also for the right one',
      wrong,
      `429 for ${limited} of 30`,
    ),
    row(
      'one password for many accounts',
      spray.length,
      '429 in the end',
      spray.at(-1) === 429 ? [] : [`the last was answered ${spray.at(-1)}`],
      '429',
    ),
  ]
}
