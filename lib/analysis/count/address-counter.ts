import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import type { Address } from '../network.ts'
import { type Marks, mannerBits } from './counting.ts'
import { type CountedAs, TagMarks } from './tag-marks.ts'

const SOURCE = mannerBits(ROLES_IN_STATEMENT, ['source'])
const RECIPIENT = mannerBits(ROLES_IN_STATEMENT, ['recipient'])
const SUPPORTS = mannerBits(STANCES, ['supports'])
const OPPOSES = mannerBits(STANCES, ['opposes'])
const ANY = mannerBits(STANCES, [])

interface Pair {
  from: number
  to: number
  count: number
  supports: number
  opposes: number
  /** By place of a theme. */
  themes: Map<number, number>
}

/** Counts who addresses whom, and what is said most between them. */
export class AddressCounter implements Counting {
  readonly #marks: TagMarks
  readonly #pairs = new Map<number, Pair>()

  constructor(numbers: IdNumbers, countedAs: CountedAs) {
    this.#marks = new TagMarks(numbers, countedAs)
  }

  row(columns: DocumentColumns, row: number): void {
    const acting = this.#marks.acting(columns, row, SOURCE | RECIPIENT)
    const has = (nth: number, role: number) => ((acting.manners[nth] as number) & role) !== 0
    let spoken: Marks | null = null
    for (let one = 0; one < acting.size; one++) {
      if (!has(one, SOURCE)) continue
      for (let other = 0; other < acting.size; other++) {
        if (!has(other, RECIPIENT)) continue
        spoken ??= this.#marks.spoken(columns, row, ANY)
        count(this.#pair(acting.places[one] as number, acting.places[other] as number), spoken)
      }
    }
  }

  /** The heaviest first. */
  addresses(): Address[] {
    const [actors, themes] = [this.#marks.actors.ids, this.#marks.themes.ids]
    return [...this.#pairs.values()]
      .toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
      .map(({ from, to, count, supports, opposes, themes: spoken }) => {
        const [most] = [...spoken].toSorted(([a, x], [b, y]) => y - x || a - b)
        return {
          from: actors[from] as string,
          to: actors[to] as string,
          count,
          supports,
          opposes,
          themeId: most ? (themes[most[0]] as string) : null,
        }
      })
  }

  #pair(from: number, to: number): Pair {
    const at = from * this.#marks.actors.ids.length + to
    const known = this.#pairs.get(at)
    if (known) return known
    const pair: Pair = { from, to, count: 0, supports: 0, opposes: 0, themes: new Map() }
    this.#pairs.set(at, pair)
    return pair
  }
}

function count(pair: Pair, spoken: Marks): void {
  let stances = 0
  for (let nth = 0; nth < spoken.size; nth++) {
    const theme = spoken.places[nth] as number
    stances |= spoken.manners[nth] as number
    pair.themes.set(theme, (pair.themes.get(theme) ?? 0) + 1)
  }
  pair.count++
  if (stances & SUPPORTS) pair.supports++
  if (stances & OPPOSES) pair.opposes++
}
