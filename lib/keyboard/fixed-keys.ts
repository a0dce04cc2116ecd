import { said } from '#/lib/message/said.ts'
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

const POPOVER = said('In the tag popover')
const CODEBOOK = said('In the codebook')
const LIST = said('In the list')
const LISTS: readonly Situation[] = ['documents', 'actors', 'themes']

/** What stands on the sheet beside the commands, which alone can have other keys. */
export const FIXED_KEYS: readonly FixedKeys[] = [
  { section: POPOVER, name: said('Add the highlighted match'), keys: ['Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Tag and close'), keys: ['Mod+Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Next role or stance'), keys: ['ArrowRight'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Role or stance directly'), keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Create new'), keys: ['Alt+Enter'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Details: status, date, place, who says so'), keys: ['Alt+ArrowDown'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Remove the last one'), keys: ['Backspace'], at: IN_DOCUMENT },
  { section: POPOVER, name: said('Close, keep the selection and the draft'), keys: ['Escape'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: said('Tag with it'), keys: ['Enter'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: said('Open or close a branch'), keys: ['Space'], at: IN_DOCUMENT },
  { section: CODEBOOK, name: said('Arm a tag; Esc puts it down'), keys: ['P'], at: IN_DOCUMENT },
  { section: said('Edit mode'), name: said('Bold, italic'), keys: ['Mod+B', 'Mod+I'], at: IN_DOCUMENT },
  { section: said('In a document'), name: said('Send a comment'), keys: ['Mod+Enter'], at: IN_DOCUMENT },
  { section: LIST, name: said('Next, previous row'), keys: ['ArrowDown', 'ArrowUp'], at: LISTS },
  { section: LIST, name: said('First, last row'), keys: ['Home', 'End'], at: LISTS },
  { section: LIST, name: said('Move a filter, into and out of brackets'), keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], at: ['excerpts'] },
  { section: LIST, name: said('Open'), keys: ['Enter'], at: [...LISTS, 'excerpts'] },
  { section: LIST, name: said('Details of the document'), keys: ['F2'], at: ['documents'] },
  { section: LIST, name: said('Move to the bin'), keys: ['Delete'], at: ['documents'] },
  { section: LIST, name: said('Close what is open beside it'), keys: ['Escape'], at: ['actors', 'themes'] },
  {
    section: said('Everywhere'),
    name: said('Next, previous region'),
    keys: ['F6', 'Shift+F6'],
    at: ['documents', 'excerpts', 'actors', 'themes', 'history', 'other'],
  },
]
