import type { Loss } from './losses.ts'

export type FormatId =
  | 'csv'
  | 'csv-sheets'
  | 'xlsx'
  | 'jsonld'
  | 'md'
  | 'html'
  | 'docx'
  | 'docx-comments'
  | 'qdpx'
  | 'qdpx-nvivo'
  | 'qdpx-maxqda'
  | 'brat'
  | 'label-studio'
  | 'spacy'
  | 'cas'
  | 'dna-csv'
  | 'graphml'
  | 'gexf'
  | 'network-csv'
  | 'ucinet'
  | 'bibtex'
  | 'ris'
  | 'csl'

/** What a format is for, as people look for it. */
export const FORMAT_GROUPS = ['table', 'report', 'tool', 'network', 'references'] as const
export type FormatGroup = (typeof FORMAT_GROUPS)[number]

/** What people read of a format, in the language of the page. */
export interface FormatWords {
  name: string
  /** What the file holds, in a few words. */
  holds: string
  /** What is kept and what is left out or changed, in sentences. */
  keeps: string
  leavesOut: string
}

/** A format excerpts can be taken out in, as people choose it. The writers are in registry.ts. */
export interface ExportFormat {
  id: FormatId
  badge: string
  /** What its files are called, in file-name words; no two formats of one extension share it. */
  fileWord: string
  group: FormatGroup
  extension: string
  mediaType: string
  /** What of the very excerpts a file of it does not hold: counted for whoever chooses it. */
  loses: readonly Loss[]
  /** A function, because no language is known when modules load. */
  words(): FormatWords
}
