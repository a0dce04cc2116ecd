import { t } from '#/lib/message/t.ts'
import type { ExportFormat, FormatWords } from './export-format.ts'
import type { Loss } from './losses.ts'

const LOSES: readonly Loss[] = ['words', 'unsourced', 'untagged', 'memos', 'events', 'comments']

/** Who speaks to whom and on what. */
export const NETWORK_FORMATS: readonly ExportFormat[] = [
  {
    id: 'graphml',
    badge: 'GML',
    fileWord: 'network',
    group: 'network',
    extension: 'graphml',
    mediaType: 'application/graphml+xml',
    loses: LOSES,
    words: () => ({ name: 'GraphML', holds: t('For visone, yEd, Cytoscape and R'), ...network() }),
  },
  {
    id: 'gexf',
    badge: 'GEXF',
    fileWord: 'network',
    group: 'network',
    extension: 'gexf',
    mediaType: 'application/gexf+xml',
    loses: LOSES,
    words: () => ({ name: 'GEXF', holds: t('For Gephi, with the colours of the codebook'), ...network() }),
  },
  {
    id: 'network-csv',
    badge: 'CSV',
    fileWord: 'network',
    group: 'network',
    extension: 'zip',
    mediaType: 'application/zip',
    loses: LOSES,
    words: () => ({ name: t('Nodes and edges'), holds: t('Two tables, zipped, with the headers of Gephi'), ...network() }),
  },
  {
    id: 'ucinet',
    badge: 'DL',
    fileWord: 'network',
    group: 'network',
    extension: 'dl',
    mediaType: 'text/plain; charset=utf-8',
    loses: ['words', 'unsourced', 'untagged', 'otherRoles', 'stances', 'memos', 'events', 'comments'],
    words: () => ({
      name: 'UCINET DL',
      holds: t('Actors by themes, as a matrix'),
      keeps: t('In how many statements each source speaks on each theme.'),
      leavesOut: t('The words themselves, who speaks to whom, and kinds. Quotation marks in names become apostrophes.'),
    }),
  },
]

function network(): Pick<FormatWords, 'keeps' | 'leavesOut'> {
  return {
    keeps: t(
      'Actors and themes with the number of their statements, who addresses whom, who speaks on what, how often, and with which stances.',
    ),
    leavesOut: t('The words themselves, documents and times.'),
  }
}

const REFERENCES: readonly Loss[] = ['everything']

/** The documents that excerpts stand in, to cite them. */
export const REFERENCE_FORMATS: readonly ExportFormat[] = [
  {
    id: 'bibtex',
    badge: 'BIB',
    fileWord: 'sources',
    group: 'references',
    extension: 'bib',
    mediaType: 'application/x-bibtex; charset=utf-8',
    loses: REFERENCES,
    words: () => ({ name: 'BibLaTeX', holds: t('The documents, for LaTeX'), ...references() }),
  },
  {
    id: 'ris',
    badge: 'RIS',
    fileWord: 'sources',
    group: 'references',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    loses: REFERENCES,
    words: () => ({ name: 'RIS', holds: t('The documents, for EndNote, Zotero and Mendeley'), ...references() }),
  },
  {
    ...{
      id: 'csl',
      badge: 'JSON',
      fileWord: 'sources',
      group: 'references',
      extension: 'json',
      mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    },
    loses: REFERENCES,
    words: () => ({ name: 'CSL-JSON', holds: t('The documents, for Zotero and pandoc'), ...references() }),
  },
]

function references(): Pick<FormatWords, 'keeps' | 'leavesOut'> {
  return {
    keeps: t('Title, author, outlet, day, language and address of every document that has an excerpt here.'),
    leavesOut: t('The excerpts. Authors are one name as they were entered, not split into first and last.'),
  }
}
