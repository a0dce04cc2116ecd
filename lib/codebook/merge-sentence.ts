import { counted } from '#/lib/counted.ts'
import { listedNames } from './listed-names.ts'
import type { EntrySort, MergeImpact } from './merge.ts'

/**
 * What a merge does, in sentences with exact counts, for who is about to make it.
 * @param into the name of the entry that stays
 */
export function mergeSentences(sort: EntrySort, impact: MergeImpact, into: string): string[] {
  const { statements, documents, joined, aliases, below, twins, along } = impact
  const stays = `\u2068${into}\u2069`
  const move = (count: number) => (count === 1 ? 'moves' : 'move')
  const sentences = [
    statements === 0
      ? 'No statement moves.'
      : `${counted(statements, 'statement')} in ${counted(documents, 'document')} ${move(statements)} to ${stays}.`,
  ]
  if (joined > 0) sentences.push(`${joined.toLocaleString('en')} of them ${joined === 1 ? 'has' : 'have'} both: the two tags become one.`)
  if (aliases.length > 0)
    sentences.push(
      `${counted(aliases.length, 'name')} ${aliases.length === 1 ? 'becomes another name' : 'become other names'} of ${stays}: ${listedNames(aliases)}.`,
    )
  if (below.length > 0) sentences.push(`${counted(below.length, sort)} below ${move(below.length)} along: ${listedNames(below)}.`)
  if (twins.length > 0)
    sentences.push(
      `${counted(twins.length, 'theme')} below ${twins.length === 1 ? 'has the name of one' : 'have names of some'} there and ${twins.length === 1 ? 'is' : 'are'} merged too: ${listedNames(twins)}.`,
    )
  const belongings = [
    [along.identifiers, 'identifier'],
    [along.designations, 'designation'],
    [along.memberships, 'membership'],
    [along.memos, 'memo'],
  ] as const
  const goes = belongings.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))
  const total = belongings.reduce((sum, [count]) => sum + count, 0)
  if (total > 0) sentences.push(`${new Intl.ListFormat('en-GB').format(goes)} ${total === 1 ? 'goes' : 'go'} along; nothing is doubled.`)
  return sentences
}
