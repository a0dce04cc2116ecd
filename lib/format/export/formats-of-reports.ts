import { t } from '#/lib/message/t.ts'
import type { ExportFormat } from './export-format.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** To be read by people. */
export const REPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'docx',
    badge: 'DOCX',
    fileWord: 'report',
    group: 'report',
    extension: 'docx',
    mediaType: DOCX,
    loses: ['comments'],
    words: () => ({
      name: t('Word report'),
      holds: t('Excerpts by document, in context'),
      keeps: t(
        'Quote in its context, actors, themes with stance, what is said of the event, memo, earlier words, tagger, source and a link to each passage.',
      ),
      leavesOut: t('For people, not for programs: ids and the codebook are not in it.'),
    }),
  },
  {
    id: 'docx-comments',
    badge: 'DOCX',
    fileWord: 'comments',
    group: 'report',
    extension: 'docx',
    mediaType: DOCX,
    loses: ['detached', 'past'],
    words: () => ({
      name: t('Word documents with comments'),
      holds: t('The whole texts, each statement as a comment on its words'),
      keeps: t(
        'The text with headings, bold and italics, and of every statement a comment by its analyst: actors, themes with stance, event, memo and discussion.',
      ),
      leavesOut: t('Links and list numbers of the text. Word becomes slow with more than some thousand comments.'),
    }),
  },
  {
    id: 'html',
    badge: 'HTML',
    fileWord: 'report',
    group: 'report',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    loses: ['comments'],
    words: () => ({
      name: t('Web page'),
      holds: t('A report in one file that needs no network'),
      keeps: t('All that the Word report keeps, with language and direction of every passage.'),
      leavesOut: t('For people, not for programs: ids and the codebook are not in it.'),
    }),
  },
  {
    id: 'md',
    badge: 'MD',
    fileWord: 'report',
    group: 'report',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    loses: ['comments'],
    words: () => ({
      name: t('Markdown'),
      holds: t('A report as plain text'),
      keeps: t(
        'Quote, actors, themes with stance, what is said of the event, memo, earlier words, tagger, source and a link to each passage.',
      ),
      leavesOut: t('The context of quotes.'),
    }),
  },
]
