import type { Reach } from '#/lib/codebook/radar/rejections.ts'
import { t } from '#/lib/message/t.ts'

/** How far a rejection reaches, in a menu and in a sentence. */
export const REACH_NAMES: Record<Reach, string> = {
  get here() {
    return t('Only here')
  },
  get document() {
    return t('In this document')
  },
  get everywhere() {
    return t('In all documents')
  },
}
export const REACH_WORDS: Record<Reach, string> = {
  here: 'here',
  get document() {
    return t('in this document')
  },
  get everywhere() {
    return t('in all documents')
  },
}
