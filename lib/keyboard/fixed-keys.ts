import type { Chord } from './chord.ts'
import type { Situation } from './command.ts'
import { IN_DOCUMENT } from './command.ts'

/** Keys of fields, lists and dialogs that are the same for everybody. */
export interface FixedKeys {
  section: string
  name: string
  keys: readonly Chord[]
  at: readonly Situation[]
}

const POPOVER = 'In the tag popover'
const CODEBOOK = 'In the codebook'
const LIST = 'In the list'
const LISTS: readonly Situation[] = ['documents', 'actors', 'themes']

/** What stands on the sheet beside the commands, which alone can have other keys. */
export const FIXED_KEYS: readonly FixedKeys[] = [
  { section: POPOVER, name: 'Add the highlighted match', keys: ['Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Tag and close', keys: ['Mod+Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Next role or stance', keys: ['ArrowRight'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Role or stance directly', keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Create new', keys: ['Alt+Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Details: status, date, place, who says so', keys: ['Alt+ArrowDown'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Remove the last one', keys: ['Backspace'], at: IN_DOCUMENT },
  { section: POPOVER, name: 'Close, keep the selection and the draft', keys: ['Escape'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: 'Tag with it', keys: ['Enter'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: 'Open or close a branch', keys: ['Space'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: 'Arm a tag; Esc puts it down', keys: ['P'], at: IN_DOCUMENT },
  { section: 'Edit mode', name: 'Bold, italic', keys: ['Mod+B', 'Mod+I'], at: IN_DOCUMENT },
  { section: 'In a document', name: 'Send a comment', keys: ['Mod+Enter'], at: IN_DOCUMENT },
  { section: LIST, name: 'Next, previous row', keys: ['ArrowDown', 'ArrowUp'], at: LISTS },
  { section: LIST, name: 'First, last row', keys: ['Home', 'End'], at: LISTS },
  { section: LIST, name: 'Open', keys: ['Enter'], at: [...LISTS, 'excerpts'] },
  { section: LIST, name: 'Details of the document', keys: ['F2'], at: ['documents'] },
  { section: LIST, name: 'Move to the bin', keys: ['Delete'], at: ['documents'] },
  { section: LIST, name: 'Close what is open beside it', keys: ['Escape'], at: ['actors', 'themes'] },
  {
    section: 'Everywhere',
    name: 'Next, previous region',
    keys: ['F6', 'Shift+F6'],
    at: ['documents', 'excerpts', 'actors', 'themes', 'history', 'other'],
  },
]
