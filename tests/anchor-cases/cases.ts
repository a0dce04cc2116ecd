import type { SingleCase } from './anchor-case.ts'
import { letters } from './letters.ts'
import { moves } from './moves.ts'
import { structure } from './structure.ts'
import { tags } from './tags.ts'
import { typing } from './typing.ts'

/** Everything a person does to a text that a statement must live through, one case each. */
export const cases: readonly SingleCase[] = [...typing, ...structure, ...moves, ...letters, ...tags]
