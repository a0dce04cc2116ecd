import type { Book, BookTheme } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import type { Theme } from '../codebook.ts'
import { sameJson } from '../codebook-state.ts'
import { freeHue } from '../theme-hue.ts'
import type { WholeCodebook } from '../whole-codebook.ts'
import { atMost, importedName, importedText } from './clean-import.ts'
import type { ImportContext, ImportPlan, ImportStep } from './import-plan.ts'
import { EntryMatcher, type Matched } from './match-entries.ts'
import { breakRings } from './rings.ts'

/** What a file does to the themes; into `plan`. */
export function planThemes(live: WholeCodebook, book: Book, context: ImportContext, plan: ImportPlan): void {
  const planner = new ThemePlanner(live.themes, context, plan)
  const steps = parentsFirst(book.themes).flatMap((given) => planner.step(given))
  const placed = colourTops(live.themes, breakRings(live.themes, steps, plan))
  const settled = settleKeys(live.themes, placed, plan)
  plan.themes.push(...settled.filter(({ before, after }) => !sameJson(before, after)))
  plan.unchanged += settled.filter(({ before, after }) => sameJson(before, after)).length
}

/** Themes are told apart by where they stand, so what is above must be known first. What stands in a ring comes last. */
function parentsFirst(themes: readonly BookTheme[]): BookTheme[] {
  const keys = new Set(themes.map(({ key }) => key))
  const below = Map.groupBy(themes, ({ parentKey }) => (parentKey !== null && keys.has(parentKey) ? parentKey : null))
  const ordered: BookTheme[] = []
  const open = [...(below.get(null) ?? [])].reverse()
  for (let theme = open.pop(); theme; theme = open.pop()) {
    ordered.push(theme)
    open.push(...(below.get(theme.key) ?? []).toReversed())
  }
  const placed = new Set(ordered)
  return [...ordered, ...themes.filter((theme) => !placed.has(theme))]
}

class ThemePlanner {
  readonly #matcher: EntryMatcher<Theme>
  readonly #plan: ImportPlan
  readonly #ids: Map<string, string>
  /** The next free position below each theme. */
  readonly #ends = new Map<string | null, number>()

  constructor(live: readonly Theme[], context: ImportContext, plan: ImportPlan) {
    this.#matcher = new EntryMatcher('theme', live, context, plan)
    this.#plan = plan
    this.#ids = plan.ids.theme
    for (const { parentId, position } of live) this.#ends.set(parentId, Math.max(this.#ends.get(parentId) ?? 0, position + 1))
  }

  step(given: BookTheme): ImportStep<Theme>[] {
    const name = importedName(given.name, this.#lose)
    if (name === null) return []
    const wantedParent = given.parentKey === null ? null : (this.#ids.get(given.parentKey) ?? null)
    const matched = this.#matcher.match({ id: given.id, name }, wantedParent)
    this.#ids.set(given.key, 'double' in matched ? matched.double : matched.id)
    if ('double' in matched) return []
    const { id, by } = matched
    const before = this.#matcher.before(id) ?? null
    const place = this.#matcher.settle(id, { name: by === 'name' && before ? before.name : name, parentId: wantedParent })
    const was = before ?? blankTheme(id, name)
    const isMoved = !before || before.parentId !== place.parentId
    const position = isMoved ? this.#takeEnd(place.parentId) : was.position
    return [{ before, after: { ...was, ...place, position, ...this.#fields(given, was, by) } }]
  }

  #fields(given: BookTheme, was: Theme, by: Matched['by']): Partial<Theme> {
    const text = (said: string | undefined, had: string) => (said === undefined ? had : importedText(said, given.name, this.#lose))
    const examples = given.examples?.map((example) => importedText(example, given.name, this.#lose)).filter(Boolean)
    const all = examples && by === 'name' ? [...new Set([...was.examples, ...examples])] : (examples ?? was.examples)
    const isKept = given.state === undefined || given.state === 'proposed' || was.state === 'proposed' || by === 'name'
    return {
      definition: text(given.definition, was.definition),
      include: text(given.include, was.include),
      exclude: text(given.exclude, was.exclude),
      examples: atMost(all, given.name, this.#lose),
      hotkey: given.hotkey === undefined ? was.hotkey : given.hotkey,
      hue: given.hue === undefined ? was.hue : given.hue,
      state: isKept ? was.state : (given.state ?? was.state),
    }
  }

  #takeEnd(parentId: string | null): number {
    const end = this.#ends.get(parentId) ?? 0
    this.#ends.set(parentId, end + 1)
    return end
  }

  readonly #lose = (sentence: string): void => {
    this.#plan.lost.push(sentence)
  }
}

/** Every branch has a colour: those that come without one take the free ones. */
function colourTops(live: readonly Theme[], steps: ImportStep<Theme>[]): ImportStep<Theme>[] {
  const touched = new Map(steps.map(({ after }) => [after.id, after]))
  const used = [...live.map((theme) => touched.get(theme.id) ?? theme), ...steps.filter(({ before }) => !before).map(({ after }) => after)]
    .filter((theme) => theme.parentId === null)
    .map((theme) => theme.hue)
  return steps.map((step) => {
    if (step.after.parentId !== null || step.after.hue !== null) return step
    const hue = step.before?.parentId === null && step.before.hue !== null ? step.before.hue : freeHue(used)
    used.push(hue)
    return { ...step, after: { ...step.after, hue } }
  })
}

/** A key tags with one theme: who has it here keeps it, then the first of the file. */
function settleKeys(live: readonly Theme[], steps: ImportStep<Theme>[], plan: ImportPlan): ImportStep<Theme>[] {
  const touched = new Map(steps.map(({ after }) => [after.id, after]))
  const owner = new Map<number, Theme>()
  for (const theme of live)
    if (theme.hotkey !== null && (touched.get(theme.id) ?? theme).hotkey === theme.hotkey) owner.set(theme.hotkey, theme)
  return steps.map((step) => {
    const { after } = step
    if (after.hotkey === null) return step
    const has = owner.get(after.hotkey)
    if (!has) owner.set(after.hotkey, after)
    if (!has || has.id === after.id) return step
    plan.clashes.push(t('The key {key} stays with “{has}”: “{name}” gets none.', { key: after.hotkey, has: has.name, name: after.name }))
    return { ...step, after: { ...after, hotkey: null } }
  })
}

function blankTheme(id: string, name: string): Theme {
  const rules = { definition: '', include: '', exclude: '', examples: [], hotkey: null }
  return { id, name, parentId: null, ...rules, hue: null, position: 0, state: 'live' }
}
