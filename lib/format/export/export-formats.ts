import { t } from '#/lib/message/t.ts'

/** A format excerpts can be taken out in, as people choose it. The writers are in registry.ts. */
export interface ExportFormat {
  id: 'csv' | 'xlsx' | 'jsonld'
  badge: string
  name: string
  /** What the file holds, in a few words. */
  holds: string
  /** What is kept and what is left out, in sentences. */
  keeps: string
  leavesOut: string
  extension: string
  mediaType: string
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'csv',
    badge: 'CSV',
    get name() {
      return t('Spreadsheet rows')
    },
    get holds() {
      return t('One row per tag, UTF-8')
    },
    get keeps() {
      return t(
        'Quote, the words of the original, context, position, every actor with role, every theme with stance, status, certainty, date, place, who reports whom, memo, tagger, times, source, codebook version, link.',
      )
    },
    get leavesOut() {
      return t('Where a passage overlaps another is not marked. Cells that look like a formula get an apostrophe in front.')
    },
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  {
    id: 'xlsx',
    badge: 'XLSX',
    get name() {
      return t('Excel workbook')
    },
    get holds() {
      return t('Excerpts, codebook, documents and a guide on four sheets')
    },
    get keeps() {
      return t('All that CSV keeps, the whole codebook with definitions and other names, the documents, and what each column means.')
    },
    get leavesOut() {
      return t('Quotes and memos over 32,767 characters are cut, with a mark, because a cell holds no more.')
    },
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    id: 'jsonld',
    badge: 'JSON',
    get name() {
      return t('Web Annotation JSON-LD')
    },
    get holds() {
      return t('W3C model, position and quote selectors')
    },
    get keeps() {
      return t(
        'One annotation per statement: quote, the words of the original, context, position in code points, actors with roles, themes with stances, status, certainty, date, place, who reports whom, memo, tagger, times, source, codebook version.',
      )
    },
    get leavesOut() {
      return t(
        'Role, stance and what a statement says about its event are in our own vocabulary, which other tools pass over; the codebook only as far as it is used.',
      )
    },
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
]
