import { type ActorRole, ROLES_IN_STATEMENT, type Stance } from '#/lib/codebook/codebook.ts'
import { countFacts, type FactDraft, NO_FACTS } from './fact-draft.ts'

/** An actor or theme chosen in the tag popover, not yet saved. */
export type DraftChip = { kind: 'actor'; id: string; role: ActorRole } | { kind: 'theme'; id: string; stance: Stance }

/** What the tag popover holds until it is saved or thrown away. */
export interface TagDraft {
  chips: DraftChip[]
  query: string
  /** Index of the option highlighted by key or pointer; null: the list's own first choice. */
  active: number | null
  /** Role or stance picked for the highlighted option before it is added; null: the default. */
  picked: number | null
  memo: string
  memoOpen: boolean
  facts: FactDraft
  /** The fields for the facts are shown. */
  detailsOpen: boolean
}

/** Stances offered, in order of Alt+1, 2, 3, 4. */
export const OFFERED_STANCES: readonly Stance[] = ['supports', 'opposes', 'neutral', 'mixed']

export type DraftAction =
  | { type: 'typed'; query: string }
  | { type: 'moved'; from: number; by: number; count: number }
  | { type: 'pointed'; at: number }
  | { type: 'picked'; value: number }
  | { type: 'cycled'; kind: 'actor' | 'theme' }
  | { type: 'added'; kind: 'actor' | 'theme'; id: string }
  /** Made from what was typed; `value` as {@link pickedValue} was then. What was typed meanwhile is for the next one. */
  | { type: 'made'; kind: 'actor' | 'theme'; id: string; value: number; query: string }
  | { type: 'put'; chips: readonly DraftChip[] }
  | { type: 'removed'; index: number }
  | { type: 'removedLast' }
  | { type: 'changed'; index: number; value: number }
  | { type: 'memoOpened'; open: boolean }
  | { type: 'memoTyped'; text: string }
  | { type: 'detailsOpened'; open: boolean }
  | { type: 'factsTyped'; facts: Partial<FactDraft> }

export const EMPTY_DRAFT: TagDraft = {
  chips: [],
  query: '',
  active: null,
  picked: null,
  memo: '',
  memoOpen: false,
  facts: NO_FACTS,
  detailsOpen: false,
}

/** Whether there is anything worth keeping for the next time the popover opens. */
export function isWorthKeeping(draft: TagDraft): boolean {
  return draft.chips.length > 0 || draft.memo.trim() !== '' || countFacts(draft.facts) > 0
}

/** What was typed: the words to look for, and a role or stance given by its sign. */
export interface DraftQuery {
  text: string
  role: ActorRole | null
  stance: Stance | null
}

const ROLE_SIGNS: Record<string, ActorRole> = { '"': 'source', '“': 'source', '«': 'source', '>': 'recipient', '@': 'mentioned' }
const STANCE_SIGNS: Record<string, Stance> = { '+': 'supports', '-': 'opposes', '−': 'opposes', '=': 'neutral' }

/** Reads the signs: `"` `>` `@` before an actor give its role, `+` `-` `=` behind a theme its stance; the hyphen only after a space, as names have it inside. */
export function readQuery(query: string): DraftQuery {
  const trimmed = query.trim()
  const role = ROLE_SIGNS[trimmed[0] ?? ''] ?? null
  const rest = role === null ? trimmed : trimmed.slice(1).trimStart()
  const signed = /^(.*\S)\s+([+\-−=])$/u.exec(rest) ?? /^(.*[^\s+=])([+=])$/u.exec(rest)
  return { text: signed?.[1] ?? rest, role, stance: signed ? (STANCE_SIGNS[signed[2]!] ?? null) : null }
}

/** The role the next actor gets when none is picked: first source, second recipient, later mentioned. */
export function defaultRole(chips: readonly DraftChip[]): ActorRole {
  const roles = chips.flatMap((chip) => (chip.kind === 'actor' ? [chip.role] : []))
  return ROLES_IN_STATEMENT.find((role) => !roles.includes(role)) ?? 'mentioned'
}

/** The role or stance the highlighted option would be added with, as an index into its list. */
export function pickedValue(draft: TagDraft, kind: 'actor' | 'theme'): number {
  const { role, stance } = readQuery(draft.query)
  if (kind === 'actor') return draft.picked ?? ROLES_IN_STATEMENT.indexOf(role ?? defaultRole(draft.chips))
  return draft.picked ?? OFFERED_STANCES.indexOf(stance ?? 'neutral')
}

/** How a chip is made from an index into its list of roles or stances. */
function chipWith(kind: 'actor' | 'theme', id: string, value: number): DraftChip {
  return kind === 'actor'
    ? { kind, id, role: ROLES_IN_STATEMENT[value] ?? 'mentioned' }
    : { kind, id, stance: OFFERED_STANCES[value] ?? 'neutral' }
}

/** The whole behaviour of the popover's contents, without a screen. */
export function draftReducer(draft: TagDraft, action: DraftAction): TagDraft {
  switch (action.type) {
    case 'typed':
      return { ...draft, query: action.query, active: null, picked: null }
    case 'moved':
      return action.count === 0
        ? draft
        : { ...draft, active: (Math.max(action.from, action.by < 0 ? 0 : -1) + action.by + action.count) % action.count, picked: null }
    case 'pointed':
      return draft.active === action.at ? draft : { ...draft, active: action.at, picked: null }
    case 'picked':
      return { ...draft, picked: action.value }
    case 'cycled': {
      const count = action.kind === 'actor' ? ROLES_IN_STATEMENT.length : OFFERED_STANCES.length
      return { ...draft, picked: (pickedValue(draft, action.kind) + 1) % count }
    }
    case 'added':
      return {
        ...withChip(draft, chipWith(action.kind, action.id, pickedValue(draft, action.kind))),
        query: '',
        active: null,
        picked: null,
      }
    case 'made': {
      const added = withChip(draft, chipWith(action.kind, action.id, action.value))
      return draft.query === action.query ? { ...added, query: '', active: null, picked: null } : added
    }
    case 'put':
      return { ...action.chips.reduce(withChip, draft), query: '', active: null, picked: null }
    case 'removed':
      return { ...draft, chips: draft.chips.filter((_, index) => index !== action.index) }
    case 'removedLast':
      return { ...draft, chips: draft.chips.slice(0, -1) }
    case 'changed':
      return {
        ...draft,
        chips: draft.chips.map((chip, index) => (index === action.index ? chipWith(chip.kind, chip.id, action.value) : chip)),
      }
    case 'memoOpened':
      return { ...draft, memoOpen: action.open }
    case 'memoTyped':
      return { ...draft, memo: action.text }
    case 'detailsOpened':
      return { ...draft, detailsOpen: action.open }
    case 'factsTyped':
      return { ...draft, facts: { ...draft.facts, ...action.facts } }
  }
}

/** Adds a chip; an actor already there in this role, or a theme already there, is not doubled (the theme takes the new stance). */
function withChip(draft: TagDraft, chip: DraftChip): TagDraft {
  const at = draft.chips.findIndex((other) =>
    chip.kind === 'theme'
      ? other.kind === 'theme' && other.id === chip.id
      : other.kind === 'actor' && other.id === chip.id && other.role === chip.role,
  )
  return { ...draft, chips: at === -1 ? [...draft.chips, chip] : draft.chips.with(at, chip) }
}
