import { type Command, SITUATIONS, type Situation } from './command.ts'

const EVERYWHERE: readonly Situation[] = SITUATIONS
const DOCUMENTS = 'Documents'
const EXCERPTS = 'Excerpts'
const CODEBOOK = 'Actors and themes'
const ENTRIES: readonly Situation[] = ['actors', 'themes']

/** The commands of every page and of the pages with lists. Each page says what they do where it draws what they are about. */
export const PAGE_COMMANDS = [
  { id: 'palette', name: 'Search and commands', section: 'Everywhere', keys: ['Mod+K'], at: EVERYWHERE, notInPalette: true },
  { id: 'keys', name: 'Keyboard shortcuts', section: 'Everywhere', keys: ['?', 'Mod+/'], at: EVERYWHERE },

  { id: 'documents.find', name: 'Filter the documents', section: DOCUMENTS, keys: ['/'], at: ['documents'] },
  { id: 'documents.add', name: 'Add a document', section: DOCUMENTS, keys: ['N'], at: ['documents'] },
  { id: 'documents.select', name: 'Select the document', section: DOCUMENTS, keys: ['X'], at: ['documents'], notInPalette: true },
  { id: 'documents.status', name: 'Status of the document', section: DOCUMENTS, keys: ['S'], at: ['documents'], notInPalette: true },
  { id: 'documents.assign', name: 'Assign the document', section: DOCUMENTS, keys: ['Shift+A'], at: ['documents'], notInPalette: true },

  {
    id: 'excerpts.next',
    name: 'Next excerpt',
    section: EXCERPTS,
    keys: ['J'],
    at: ['excerpts'],
    row: 'Next, previous excerpt',
    notInPalette: true,
  },
  {
    id: 'excerpts.previous',
    name: 'Previous excerpt',
    section: EXCERPTS,
    keys: ['K'],
    at: ['excerpts'],
    row: 'Next, previous excerpt',
    notInPalette: true,
  },
  { id: 'excerpts.select', name: 'Select the excerpt', section: EXCERPTS, keys: ['X'], at: ['excerpts'], notInPalette: true },
  {
    id: 'excerpts.extend',
    name: 'Select this and the next one',
    section: EXCERPTS,
    keys: ['Shift+J'],
    at: ['excerpts'],
    notInPalette: true,
  },
  { id: 'excerpts.all', name: 'Select all that are listed', section: EXCERPTS, keys: ['Mod+A'], at: ['excerpts'] },
  { id: 'excerpts.peek', name: 'Show the words around it', section: EXCERPTS, keys: ['Space'], at: ['excerpts'], notInPalette: true },
  { id: 'excerpts.add-tag', name: 'Add a tag to excerpts', section: EXCERPTS, keys: ['A'], at: ['excerpts'] },
  { id: 'excerpts.replace-tag', name: 'Replace a tag of excerpts', section: EXCERPTS, keys: ['R'], at: ['excerpts'] },
  { id: 'excerpts.filter', name: 'Add a filter', section: EXCERPTS, keys: ['F'], at: ['excerpts'] },
  { id: 'excerpts.find', name: 'Search the words of excerpts', section: EXCERPTS, keys: ['/'], at: ['excerpts'] },
  { id: 'excerpts.export', name: 'Export excerpts', section: EXCERPTS, keys: ['Shift+E'], at: ['excerpts'] },

  { id: 'entries.add', name: 'Add an entry', section: CODEBOOK, keys: ['N'], at: ENTRIES },
  { id: 'entries.find', name: 'Find by any name', section: CODEBOOK, keys: ['/'], at: ENTRIES },
  { id: 'entries.merge', name: 'Merge the open entry', section: CODEBOOK, keys: ['M'], at: ENTRIES },
  { id: 'entries.rename', name: 'Rename the open entry', section: CODEBOOK, keys: ['F2'], at: ENTRIES },
  { id: 'entries.delete', name: 'Delete the open entry', section: CODEBOOK, keys: ['F4', 'Delete'], at: ENTRIES },

  { id: 'history.name', name: 'Name this version', section: 'History', keys: ['N'], at: ['history'] },
] as const satisfies readonly Command[]

export type PageCommand = (typeof PAGE_COMMANDS)[number]['id']
