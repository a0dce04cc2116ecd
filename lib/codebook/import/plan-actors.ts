import type { Book, BookActor, BookAlias } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { cleanName, nameKey } from '../clean-name.ts'
import { sameJson } from '../codebook-state.ts'
import type { WholeActor, WholeCodebook } from '../whole-codebook.ts'
import { atMost, importedAliases, importedName, importedText } from './clean-import.ts'
import type { ImportContext, ImportPlan, ImportStep } from './import-plan.ts'
import { EntryMatcher, type Matched } from './match-entries.ts'
import { breakMembershipRings, importedDesignations, importedIds, importedMemberships, withoutOverlaps } from './plan-details.ts'
import { KindPlanner } from './plan-kinds.ts'
import { breakRings } from './rings.ts'

/** What a file does to the actors and their kinds; into `plan`. */
export function planActors(live: WholeCodebook, book: Book, context: ImportContext, plan: ImportPlan): void {
  const kinds = new KindPlanner(live.kinds, book.kinds)
  kinds.addExplained()
  const planner = new ActorPlanner(live, kinds, context, plan)
  const known = book.actors.flatMap((given) => planner.find(given))
  const steps = known.map(({ given, matched }) => planner.step(given, matched))
  const lose = (sentence: string) => void plan.lost.push(sentence)
  const placed = breakMembershipRings(live.actors, breakRings(live.actors, steps, plan), lose)
  plan.actors.push(...placed.filter(({ before, after }) => !before || !isSame(before, after)))
  plan.unchanged += placed.filter(({ before, after }) => before && isSame(before, after)).length
  plan.kinds.push(...kinds.added)
}

/** Other names get new ids when anything of them changes: their ids say nothing. */
function isSame(before: WholeActor, after: WholeActor): boolean {
  const plain = (actor: WholeActor) => ({ ...actor, aliases: actor.aliases.map(({ id: _, ...alias }) => alias) })
  return sameJson(plain(before), plain(after))
}

/** Ids of other names aside. */
function isSameList(given: readonly BookAlias[], had: WholeActor['aliases']): boolean {
  return given.length === had.length && had.every(({ id: _, ...alias }, at) => sameJson(alias, given[at]))
}

class ActorPlanner {
  readonly #matcher: EntryMatcher<WholeActor>
  readonly #kinds: KindPlanner
  readonly #context: ImportContext
  readonly #plan: ImportPlan
  /** Ids of here, by the keys of the file. */
  readonly #ids: Map<string, string>
  /** Names by which actors are also found, with whose they are. */
  #aliases: ReadonlyMap<string, string> | undefined
  readonly #live: readonly WholeActor[]

  constructor(live: WholeCodebook, kinds: KindPlanner, context: ImportContext, plan: ImportPlan) {
    this.#matcher = new EntryMatcher('actor', live.actors, context, plan)
    this.#kinds = kinds
    this.#context = context
    this.#plan = plan
    this.#ids = plan.ids.actor
    this.#live = live.actors
  }

  /** What an actor of the file is here; nothing when it is left out. */
  find(given: BookActor): { given: BookActor; matched: Matched }[] {
    const name = importedName(given.name, this.#lose)
    if (name === null) return []
    const matched = this.#matcher.match({ id: given.id, name }, null)
    this.#ids.set(given.key, 'double' in matched ? matched.double : matched.id)
    if ('double' in matched) return []
    const other = matched.by === 'new' ? this.#holderOf(name) : undefined
    if (other)
      this.#plan.clashes.push(
        t('“{name}” is added, though “{other}” has it as another name: merge the two if they are one.', { name, other }),
      )
    return [{ given: { ...given, name }, matched }]
  }

  /** Name of the actor that has this as another name. */
  #holderOf(name: string): string | undefined {
    this.#aliases ??= new Map(this.#live.flatMap(({ name: own, aliases }) => aliases.map((alias) => [nameKey(alias.name), own] as const)))
    return this.#aliases.get(nameKey(name))
  }

  step(given: BookActor, { id, by }: Matched): ImportStep<WholeActor> {
    const before = this.#matcher.before(id) ?? null
    const was = before ?? blankActor(id, given.name)
    const wantedParent = given.parentKey === null ? null : (this.#ids.get(given.parentKey) ?? null)
    const parentId = by === 'name' && wantedParent === null ? was.parentId : wantedParent
    const place = this.#matcher.settle(id, { name: by === 'name' ? was.name : cleanName(given.name), parentId })
    const state =
      given.state === 'proposed' || was.state === 'proposed' ? was.state : by === 'name' ? was.state : (given.state ?? was.state)
    return {
      before,
      after: {
        ...was,
        ...place,
        kind: (given.kind && this.#kinds.slugOf(given.kind)) || was.kind,
        description: given.description === undefined ? was.description : importedText(given.description, given.name, this.#lose),
        aliases: this.#aliasesOf(given, was, by),
        hue: given.hue === undefined ? was.hue : given.hue,
        state,
        ...this.#lists(given, was, by),
      },
    }
  }

  #aliasesOf(given: BookActor, was: WholeActor, by: Matched['by']): WholeActor['aliases'] {
    if (!given.aliases || isSameList(given.aliases, was.aliases)) return was.aliases
    const all = by === 'name' ? [...was.aliases, ...given.aliases] : given.aliases
    const kept = importedAliases(all, was.name === given.name || by === 'name' ? was.name : given.name, this.#lose)
    return kept.map(({ name, language, preferred, from, until }) => ({ id: this.#context.newId(), name, language, preferred, from, until }))
  }

  #lists(given: BookActor, was: WholeActor, by: Matched['by']): Pick<WholeActor, 'memberships' | 'externalIds' | 'designations'> {
    const merged = <T>(said: T[] | undefined, had: T[], keyOf: (one: T) => unknown): T[] => {
      if (!said) return had
      const all = by === 'name' ? [...had, ...said] : said
      const distinct = new Map(all.toReversed().map((one) => [JSON.stringify(keyOf(one)), one]))
      return atMost([...distinct.values()].reverse(), given.name, this.#lose)
    }
    const groupIdOf = (group: string) => this.#ids.get(group) ?? this.#matcher.named(group)
    const memberships = given.memberships && importedMemberships(given.memberships, was, groupIdOf, this.#lose)
    const externalIds = given.externalIds && importedIds(given.externalIds, given.name, this.#lose)
    const designations = given.designations && importedDesignations(given.designations, given.name, this.#lose)
    return {
      memberships: withoutOverlaps(merged(memberships, was.memberships, ({ groupId, from, until }) => [groupId, from, until])),
      externalIds: merged(externalIds, was.externalIds, ({ scheme, value }) => [scheme, value]),
      designations: merged(designations, was.designations, ({ label, issuer, from, until }) => [label, issuer, from, until]),
    }
  }

  readonly #lose = (sentence: string): void => {
    this.#plan.lost.push(sentence)
  }
}

function blankActor(id: string, name: string): WholeActor {
  const lists = { aliases: [], memberships: [], externalIds: [], designations: [] }
  return { id, name, kind: 'other', parentId: null, description: '', hue: null, state: 'live', ...lists }
}
