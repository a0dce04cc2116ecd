import type { IconName } from '#/components/ui/icon-drawings.ts'
import { codeName, codeWord } from '#/lib/annotation/code-word.ts'
import { type Facts, type Place, parseFacts } from '#/lib/annotation/facts.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { printPoint } from '#/lib/annotation/point.ts'
import { pointInWords } from '#/lib/annotation/point-in-words.ts'
import type { Reporter } from '#/lib/annotation/reporters.ts'
import { dateInWords } from '#/lib/date/date-in-words.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'

/** A fact of a statement in a few words. */
export interface FactWords {
  what: 'status' | 'certainty' | 'date' | 'place' | 'reportedBy'
  icon: IconName | null
  /** As short as it can be read: "Near Aleppo". */
  short: string
  /** With everything that is known: "Near Aleppo (36.2021, 37.1343)". */
  full: string
}

/** What is known of the event, with the names of who reports it. */
type NamedFacts = Omit<Facts, 'reportedBy'> & { reportedBy: readonly { name: string }[] }

/** What a statement says about the event, in the order it is read: whether and how surely it happened, when, where, who says so. */
export function factWords({ status, certainty, date, place, reportedBy }: NamedFacts): FactWords[] {
  const words: FactWords[] = []
  const add = (what: FactWords['what'], icon: IconName | null, short: string, full = short) => words.push({ what, icon, short, full })
  if (status) add('status', null, codeName(status))
  if (certainty) add('certainty', null, codeName(certainty))
  if (date) add('date', 'calendar', capital(dateInWords(date.edtf)))
  if (place) add('place', 'place', placeInWords(place), placeInFull(place))
  if (reportedBy.length > 0)
    add('reportedBy', 'source', t('Via {reportedBy}', { reportedBy: reportedBy.map(({ name }) => isolated(name)).join(t(', citing ')) }))
  return words
}

/** The facts of a statement as they are kept, in words. */
export function keptFactWords(facts: Annotation['facts'], codebook: CodebookView): FactWords[] {
  const known = parseFacts(facts)
  return factWords({ ...known, reportedBy: known.reportedBy.map((link) => ({ name: reporterName(link, codebook) })) })
}

/** The name of one link of the chain. */
export function reporterName(link: Reporter, codebook: CodebookView): string {
  return 'actor' in link ? codebook.actorName(link.actor) : link.name
}

function placeInWords({ name, point, precision }: Place): string {
  const where = isolated(name) || (point ? pointInWords(printPoint(point)) : '')
  if (precision === 'near') return t('Near {where}', { where })
  return precision === 'region' || precision === 'country' ? `${where} (${codeWord(precision)})` : where
}

function placeInFull(place: Place): string {
  const { name, point } = place
  return name && point ? `${placeInWords(place)}, ${pointInWords(printPoint(point))}` : placeInWords(place)
}

/** A name that runs from right to left turned the numbers after it round: 36.2, 37.16 read as 37.16, 36.2. */
const isolated = (name: string) => (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name) ? `\u2068${name}\u2069` : name)

const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase())
