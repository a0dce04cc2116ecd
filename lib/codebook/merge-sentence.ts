import { counted } from '#/lib/counted.ts'
import { listWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { listedNames } from './listed-names.ts'
import type { EntrySort, MergeImpact } from './merge.ts'

/**
 * What a merge does, in sentences with exact counts, for who is about to make it.
 * @param into the name of the entry that stays
 */
export function mergeSentences(sort: EntrySort, impact: MergeImpact, into: string): string[] {
  const { statements, documents, joined, aliases, below, twins, along } = impact
  const stays = `\u2068${into}\u2069`
  const sentences = [
    statements === 0
      ? t('No statement moves.')
      : t('{count, plural, one {# statement in {documents} moves to {stays}.} other {# statements in {documents} move to {stays}.}}', {
          count: statements,
          documents: counted(documents, 'document'),
          stays,
        }),
  ]
  if (joined > 0)
    sentences.push(
      t('{count, plural, one {# of them has both: the two tags become one.} other {# of them have both: the two tags become one.}}', {
        count: joined,
      }),
    )
  if (aliases.length > 0)
    sentences.push(
      t('{count, plural, one {# name becomes another name of {stays}: {names}.} other {# names become other names of {stays}: {names}.}}', {
        count: aliases.length,
        stays,
        names: listedNames(aliases),
      }),
    )
  if (below.length > 0)
    sentences.push(
      t('{below} below {count, plural, one {moves} other {move}} along: {names}.', {
        below: counted(below.length, sort),
        count: below.length,
        names: listedNames(below),
      }),
    )
  if (twins.length > 0)
    sentences.push(
      t(
        '{count, plural, one {# theme below has the name of one there and is merged too: {names}.} other {# themes below have names of some there and are merged too: {names}.}}',
        { count: twins.length, names: listedNames(twins) },
      ),
    )
  const belongings = [
    [along.identifiers, 'identifier'],
    [along.designations, 'designation'],
    [along.memberships, 'membership'],
    [along.memos, 'memo'],
  ] as const
  const goes = belongings.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))
  const total = belongings.reduce((sum, [count]) => sum + count, 0)
  if (total > 0)
    sentences.push(t('{what} {count, plural, one {goes} other {go}} along; nothing is doubled.', { what: listWords(goes), count: total }))
  return sentences
}
