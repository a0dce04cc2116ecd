import { t } from '#/lib/message/t.ts'
import type { ExportFormat, FormatId, FormatWords } from './export-format.ts'

const ZIP = 'application/zip'

/** A REFI-QDA project: one form, and each program's own way to count characters. */
function qdpx(id: FormatId & `qdpx${string}`, words: () => Pick<FormatWords, 'name' | 'holds'>): ExportFormat {
  return {
    id,
    badge: 'QDPX',
    fileWord: id.replace('qdpx', 'project'),
    group: 'tool',
    extension: 'qdpx',
    mediaType: ZIP,
    loses: ['detached', 'past'],
    words: () => ({
      ...words(),
      keeps: t(
        'Texts, all actors and themes, every coding with its analyst and time, memos, comments, kinds of actors, and the facts of documents. Interline reads it back.',
      ),
      leavesOut: t(
        'Roles, stances and what a statement says of its event stand as text below the comment of a passage: other programs only show them. Headings and lists become plain paragraphs.',
      ),
    }),
  }
}

/** For annotation tools and language processing: whole texts with places in them. */
export const TOOL_FORMATS: readonly ExportFormat[] = [
  qdpx('qdpx', () => ({ name: t('REFI-QDA project'), holds: t('For ATLAS.ti, QualCoder, Quirkos and others, by the standard') })),
  qdpx('qdpx-nvivo', () => ({ name: t('REFI-QDA project for NVivo'), holds: t('The same, with characters counted as NVivo does') })),
  qdpx('qdpx-maxqda', () => ({ name: t('REFI-QDA project for MAXQDA'), holds: t('The same, with line ends as MAXQDA wants them') })),
  {
    id: 'brat',
    badge: 'ANN',
    fileWord: 'brat',
    group: 'tool',
    extension: 'zip',
    mediaType: ZIP,
    loses: ['detached', 'details', 'comments', 'past'],
    words: () => ({
      name: t('brat standoff'),
      holds: t('A text and an annotation file per document, zipped'),
      keeps: t(
        'Every actor and theme on its words, roles, stances as relations, status, certainty, analyst and memo. Interline reads it back.',
      ),
      leavesOut: t('Names become types of plain letters; the real ones stand in visual.conf. Line breaks of memos become " / ".'),
    }),
  },
  {
    id: 'label-studio',
    badge: 'JSON',
    fileWord: 'label-studio',
    group: 'tool',
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    loses: ['detached', 'comments', 'past'],
    words: () => ({
      name: t('Label Studio'),
      holds: t('A task per document with its regions'),
      keeps: t('Every actor and theme on its words, memo, and roles, stances and event in the meta of a region. Interline reads it back.'),
      leavesOut: t(
        'Your labelling configuration needs Labels controls named actor, theme and statement and a TextArea named memo, on a Text named text.',
      ),
    }),
  },
  {
    id: 'spacy',
    badge: 'JSONL',
    fileWord: 'spacy',
    group: 'tool',
    extension: 'jsonl',
    mediaType: 'application/jsonl; charset=utf-8',
    loses: ['detached', 'untagged', 'memos', 'events', 'comments', 'past'],
    words: () => ({
      name: t('spaCy and Prodigy'),
      holds: t('A line per document with its spans'),
      keeps: t('Every actor and theme on its words, with role and stance in keys of our own.'),
      leavesOut: t('Spans overlap: read them as doc.spans, not as doc.ents.'),
    }),
  },
  {
    id: 'cas',
    badge: 'CAS',
    fileWord: 'cas',
    group: 'tool',
    extension: 'zip',
    mediaType: ZIP,
    loses: ['detached', 'coordinates', 'comments', 'past'],
    words: () => ({
      name: t('UIMA CAS JSON'),
      holds: t('For INCEpTION and other UIMA tools, zipped'),
      keeps: t(
        'Statements with their actors, roles, themes, stances, status, certainty, date, place, memo and analyst, with the type system.',
      ),
      leavesOut: t('Coordinates of places and who reports whom. No tokens and sentences: let the tool make them.'),
    }),
  },
  {
    id: 'dna-csv',
    badge: 'DNA',
    fileWord: 'dna-events',
    group: 'tool',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    loses: ['untagged', 'unsourced', 'otherRoles', 'shades', 'memos', 'events', 'comments', 'past'],
    words: () => ({
      name: t('Discourse Network Analyzer events'),
      holds: t('One row per source and theme'),
      keeps: t('Person or organisation, concept, agreement, position, quote, coder and document, in the columns of DNA.'),
      leavesOut: t('Agreement is 1 for support, 0 for opposition, and empty for anything else.'),
    }),
  },
]
