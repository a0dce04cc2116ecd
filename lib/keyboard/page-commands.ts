import { said } from '#/lib/message/said.ts'
import { type Command, SITUATIONS, type Situation } from './command.ts'

const EVERYWHERE: readonly Situation[] = SITUATIONS
const DOCUMENTS = said('Documents')
const EXCERPTS = said('Excerpts')
const CODEBOOK = said('Actors and themes')
const ENTRIES: readonly Situation[] = ['actors', 'themes']

/** The commands of every page and of the pages with lists. Each page says what they do where it draws what they are about. */
export const PAGE_COMMANDS = [
  { id: 'palette', name: said('Search and commands'), section: said('Everywhere'), keys: ['Mod+K'], at: EVERYWHERE, notInPalette: true },
  { id: 'keys', name: said('Keyboard shortcuts'), section: said('Everywhere'), keys: ['?', 'Mod+/'], at: EVERYWHERE },

  { id: 'documents.find', name: said('Filter the documents'), section: DOCUMENTS, keys: ['/'], at: ['documents'] },
  { id: 'documents.add', name: said('Add a document'), section: DOCUMENTS, keys: ['N'], at: ['documents'] },
  { id: 'documents.select', name: said('Select the document'), section: DOCUMENTS, keys: ['X'], at: ['documents'], notInPalette: true },
  { id: 'documents.status', name: said('Status of the document'), section: DOCUMENTS, keys: ['S'], at: ['documents'], notInPalette: true },
  {
    id: 'documents.assign',
    name: said('Assign the document'),
    section: DOCUMENTS,
    keys: ['Shift+A'],
    at: ['documents'],
    notInPalette: true,
  },

  {
    id: 'excerpts.next',
    name: said('Next excerpt'),
    section: EXCERPTS,
    keys: ['J'],
    at: ['excerpts'],
    row: said('Next, previous excerpt'),
    notInPalette: true,
  },
  {
    id: 'excerpts.previous',
    name: said('Previous excerpt'),
    section: EXCERPTS,
    keys: ['K'],
    at: ['excerpts'],
    row: said('Next, previous excerpt'),
    notInPalette: true,
  },
  { id: 'excerpts.select', name: said('Select the excerpt'), section: EXCERPTS, keys: ['X'], at: ['excerpts'], notInPalette: true },
  {
    id: 'excerpts.extend',
    name: said('Select this and the next one'),
    section: EXCERPTS,
    keys: ['Shift+J'],
    at: ['excerpts'],
    notInPalette: true,
  },
  { id: 'excerpts.all', name: said('Select all that match'), section: EXCERPTS, keys: ['Mod+A'], at: ['excerpts'] },
  { id: 'excerpts.peek', name: said('Show the words around it'), section: EXCERPTS, keys: ['Space'], at: ['excerpts'], notInPalette: true },
  { id: 'excerpts.add-tag', name: said('Add a tag to excerpts'), section: EXCERPTS, keys: ['A'], at: ['excerpts'] },
  { id: 'excerpts.replace-tag', name: said('Replace a tag of excerpts'), section: EXCERPTS, keys: ['R'], at: ['excerpts'] },
  { id: 'excerpts.filter', name: said('Add a filter'), section: EXCERPTS, keys: ['F'], at: ['excerpts'] },
  { id: 'excerpts.find', name: said('Search the words of excerpts'), section: EXCERPTS, keys: ['/'], at: ['excerpts'] },
  { id: 'excerpts.export', name: said('Export excerpts'), section: EXCERPTS, keys: ['Shift+E'], at: ['excerpts'] },

  { id: 'entries.add', name: said('Add an entry'), section: CODEBOOK, keys: ['N'], at: ENTRIES },
  { id: 'entries.find', name: said('Find by any name'), section: CODEBOOK, keys: ['/'], at: ENTRIES },
  { id: 'entries.merge', name: said('Merge the open entry'), section: CODEBOOK, keys: ['M'], at: ENTRIES },
  { id: 'entries.rename', name: said('Rename the open entry'), section: CODEBOOK, keys: ['F2'], at: ENTRIES },
  { id: 'entries.delete', name: said('Delete the open entry'), section: CODEBOOK, keys: ['F4', 'Delete'], at: ENTRIES },

  { id: 'history.name', name: said('Name this version'), section: said('History'), keys: ['N'], at: ['history'] },
] as const satisfies readonly Command[]

export type PageCommand = (typeof PAGE_COMMANDS)[number]['id']
