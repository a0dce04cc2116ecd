import { t } from '#/lib/message/t.ts'

/** What somebody is told who tries too often. @param seconds until the next try is looked at */
export function waitWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return t('Too many tries. Wait {minutes, plural, one {a minute} other {# minutes}}, then try again.', { minutes })
}
