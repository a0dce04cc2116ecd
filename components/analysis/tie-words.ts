import type { Network, NetworkEdge } from '#/lib/analysis/network.ts'
import { counted } from '#/lib/counted.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

/** What a tie says, as a sentence. */
export function tieWords({ from, to, weight, supports, opposes }: NetworkEdge, kind: Network['kind'], book: NameBook): string {
  const [one, other] = [from, to].map((id) => book.actor(id)?.name ?? '')
  if (kind === 'addresses')
    return t('{one} to {other}: {count}, {supports} support, {opposes} oppose', {
      one,
      other,
      count: counted(weight, 'excerpt'),
      supports,
      opposes,
    })
  const values = { one, other, weight: weightWords(weight) }
  return kind === 'agreement' ? t('{one} and {other} agree: {weight}', values) : t('{one} and {other} are at odds: {weight}', values)
}

/** A weight to three decimals. */
export function weightWords(weight: number): string {
  return numberWords(Math.round(weight * 1000) / 1000)
}
