import { t } from '#/lib/message/t.ts'
import type { ExportFormat } from './export-format.ts'

/** Rows and records: everything an excerpt says. */
export const TABLE_FORMATS: readonly ExportFormat[] = [
  {
    id: 'csv',
    badge: 'CSV',
    fileWord: 'excerpts',
    group: 'table',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    loses: ['comments'],
    words: () => ({
      name: t('Spreadsheet rows'),
      holds: t('One row per tag, UTF-8'),
      keeps: t(
        'Quote, the words of the original, context, position, every actor with role, every theme with stance, status, certainty, date, place, who reports whom, memo, tagger, times, source, codebook version, link.',
      ),
      leavesOut: t('Where a passage overlaps another is not marked. Cells that look like a formula get an apostrophe in front.'),
    }),
  },
  {
    id: 'csv-sheets',
    badge: 'CSV',
    fileWord: 'excerpts',
    group: 'table',
    extension: 'zip',
    mediaType: 'application/zip',
    loses: ['comments'],
    words: () => ({
      name: t('Spreadsheet tables'),
      holds: t('Excerpts, relations, codebook, documents and a guide as CSV, zipped'),
      keeps: t(
        'All that CSV keeps, who speaks to whom and on what with counts, the whole codebook with definitions and other names, the documents, and what each column means.',
      ),
      leavesOut: t('Where a passage overlaps another is not marked. Cells that look like a formula get an apostrophe in front.'),
    }),
  },
  {
    id: 'xlsx',
    badge: 'XLSX',
    fileWord: 'excerpts',
    group: 'table',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    loses: ['comments', 'long'],
    words: () => ({
      name: t('Excel workbook'),
      holds: t('Excerpts, relations, codebook, documents and a guide on five sheets'),
      keeps: t(
        'All that CSV keeps, who speaks to whom and on what with counts, the whole codebook with definitions and other names, the documents, and what each column means.',
      ),
      leavesOut: t('Quotes and memos over 32,767 characters are cut, with a mark, because a cell holds no more.'),
    }),
  },
  {
    id: 'jsonld',
    badge: 'JSON',
    fileWord: 'annotations',
    group: 'table',
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    loses: ['comments'],
    words: () => ({
      name: t('Web Annotation JSON-LD'),
      holds: t('W3C model, position and quote selectors'),
      keeps: t(
        'One annotation per statement: quote, the words of the original, context, position in code points, actors with roles, themes with stances, status, certainty, date, place, who reports whom, memo, tagger, times, source, codebook version.',
      ),
      leavesOut: t(
        'Role, stance and what a statement says about its event are in our own vocabulary, which other tools pass over; the codebook only as far as it is used.',
      ),
    }),
  },
]
