import { t } from '#/lib/message/t.ts'
import type { Field } from '#/lib/query/query.ts'

const NAMES: Record<Field, () => string> = {
  actor: () => t('Actor'),
  theme: () => t('Theme'),
  role: () => t('Role'),
  stance: () => t('Stance'),
  status: () => t('Status'),
  certainty: () => t('Certainty'),
  document: () => t('Document'),
  title: () => t('Title'),
  outlet: () => t('Outlet'),
  kind: () => t('Kind of document'),
  language: () => t('Language'),
  published: () => t('Published'),
  happened: () => t('Happened'),
  tagged: () => t('Tagged'),
  tagger: () => t('Tagger'),
  layer: () => t('Layer'),
  words: () => t('Words'),
  quote: () => t('Quote'),
  text: () => t('Document text'),
  memo: () => t('Memo'),
  comment: () => t('Comment'),
  mark: () => t('Excerpt'),
  passage: () => t('Passage'),
  id: () => t('Chosen'),
}

/** The word for what a condition asks about. */
export function conditionName(field: Field): string {
  return NAMES[field]()
}
