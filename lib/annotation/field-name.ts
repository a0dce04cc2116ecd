import { t } from '#/lib/message/t.ts'
import type { FactField } from './model.ts'

/** A part of a statement beside its words and tags. */
export type StatementField = FactField | 'memo' | 'important'

/** What a part of a statement is called where it is said that it changed. */
export const FIELD_NAMES: Readonly<Record<StatementField, string>> = {
  get memo() {
    return t('memo')
  },
  get important() {
    return t('important mark')
  },
  get status() {
    return t('status')
  },
  get certainty() {
    return t('certainty')
  },
  get date() {
    return t('date')
  },
  get place() {
    return t('place')
  },
  get placePoint() {
    return t('coordinates')
  },
  get placePrecision() {
    return t('how exact the place is')
  },
  get reportedBy() {
    return t('who reports it')
  },
}
