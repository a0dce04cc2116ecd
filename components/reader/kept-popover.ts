import { keepDraft, readDraft } from '#/components/ui/kept-drafts.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { type FactDraft, NO_FACTS } from './fact-draft.ts'
import type { ReaderModel } from './reader-model.ts'
import { type DraftChip, EMPTY_DRAFT, isWorthKeeping, type TagDraft } from './tag-draft.ts'
import { changedNotes } from './tag-passage.ts'

/** Written when typing rests for so long, ms, and when the page goes. */
const REST_MS = 250

type Notes = Pick<TagDraft, 'memo' | 'facts'>

/** What of the popover outlives the page: the draft of a new statement, and memos and facts typed into others, by statement. */
interface Kept {
  draft: (Notes & { chips: DraftChip[] }) | null
  notes: [id: string, notes: Notes][]
}

/** Keeps what is typed into the popover on this device, per person and document, and gives back what was left there. Returns how to stop. */
export function followPopover(model: ReaderModel): () => void {
  const { userId, documentId } = model.identity
  const key = `${userId} popover ${documentId}`
  giveBack(model, readKept(readDraft(key)))
  let written = print(model)
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const now = print(model)
    if (now === written) return
    written = now
    keepDraft(key, now)
  }
  const stop = model.ui.subscribe(() => {
    timer ??= setTimeout(write, REST_MS)
  })
  addEventListener('pagehide', write)
  return () => {
    stop()
    write()
    removeEventListener('pagehide', write)
  }
}

function giveBack(model: ReaderModel, { draft, notes }: Kept): void {
  for (const [id, kept] of notes) model.keptNotes.set(id, kept)
  if (!draft) return
  model.keptDraft = { ...EMPTY_DRAFT, ...draft, memoOpen: draft.memo !== '' }
  showToast(t('The tags you had chosen are kept: select words and press T.'))
}

/** What there is to keep now; null when nothing is. */
function print(model: ReaderModel): string | null {
  const { popover } = model.ui.get()
  const open = popover?.statementId === null && isWorthKeeping(popover.draft) ? popover.draft : model.keptDraft
  const notes = new Map(model.keptNotes)
  const typed = popover?.statementId ? changedNotes(popover) : null
  if (popover?.statementId && typed) notes.set(popover.statementId, typed)
  if (!open && notes.size === 0) return null
  const draft = open && { chips: open.chips, memo: open.memo, facts: open.facts }
  return JSON.stringify({ draft, notes: [...notes] } satisfies Kept)
}

/** Reads what was kept; nothing when it is somebody else's words or of another version. */
export function readKept(text: string | null): Kept {
  try {
    const { draft, notes } = JSON.parse(text ?? '{}') as Partial<Kept>
    const isDraft = draft && areNotes(draft) && Array.isArray(draft.chips) && draft.chips.every(isChip)
    const kept = Array.isArray(notes) ? notes.filter((entry) => typeof entry?.[0] === 'string' && areNotes(entry[1])) : []
    return { draft: isDraft ? draft : null, notes: kept }
  } catch {
    return { draft: null, notes: [] }
  }
}

function isChip(chip: DraftChip | null): boolean {
  if (typeof chip?.id !== 'string') return false
  return chip.kind === 'actor' ? ROLES_IN_STATEMENT.includes(chip.role) : chip.kind === 'theme' && STANCES.includes(chip.stance)
}

function areNotes(notes: Notes | null): boolean {
  const fields = Object.entries(NO_FACTS) as [keyof FactDraft, unknown][]
  const { memo, facts } = notes ?? {}
  return (
    typeof memo === 'string' &&
    fields.every(([field, empty]) => Array.isArray(facts?.[field]) === Array.isArray(empty) && facts?.[field] !== undefined)
  )
}
