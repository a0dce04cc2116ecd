import { t } from '#/lib/message/t.ts'
/** A format a codebook can be taken out in and put in from, as people choose it. Readers and writers are in registry.ts. */
export interface CodebookFormat {
  id: 'json' | 'xlsx' | 'csv' | 'qdc'
  badge: string
  name: string
  /** What the file holds, in a few words. */
  holds: string
  /** What another program does not understand of it, in a sentence; empty when nothing. */
  elsewhere: string
  extension: string
  mediaType: string
}

export const CODEBOOK_FORMATS: readonly CodebookFormat[] = [
  {
    id: 'json',
    badge: 'JSON',
    get name() {
      return t('Interline codebook')
    },
    get holds() {
      return t('Everything, to move it or keep it')
    },
    get elsewhere() {
      return t('Only Interline reads this form.')
    },
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
  },
  {
    id: 'xlsx',
    badge: 'XLSX',
    get name() {
      return t('Excel workbook')
    },
    get holds() {
      return t('A table to read, change and import again')
    },
    elsewhere: '',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    id: 'csv',
    badge: 'CSV',
    get name() {
      return t('Table')
    },
    get holds() {
      return t('One row per actor and theme, UTF-8')
    },
    elsewhere: '',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
  },
  {
    id: 'qdc',
    badge: 'QDC',
    get name() {
      return t('REFI-QDA codebook')
    },
    get holds() {
      return t('For NVivo, ATLAS.ti, MAXQDA and others')
    },
    get elsewhere() {
      return t(
        'Other programs see one tree of codes with names, colours and descriptions. Other names, rules, groups and designations stand below the description, as text.',
      )
    },
    extension: 'qdc',
    mediaType: 'application/xml; charset=utf-8',
  },
]
