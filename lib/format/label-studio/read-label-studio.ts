import { z } from 'zod'
import { isFact } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { type PlacedText, placedLines } from '#/lib/format/project/placed-text.ts'
import { offsetsIn } from '#/lib/format/refi/offset-views.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText } from '#/lib/text/block.ts'

const meta = z.looseObject({
  statement: z.string().optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  role: z.string().optional(),
  stance: z.string().optional(),
  status: z.string().optional(),
  certainty: z.string().optional(),
  date: z.string().optional(),
  place: z.string().optional(),
})
const result = z.looseObject({
  id: z.string().optional(),
  from_name: z.string().optional(),
  type: z.string(),
  value: z.looseObject({}).optional(),
  meta: meta.optional(),
})
const region = z.looseObject({ start: z.number().int(), end: z.number().int(), text: z.string().optional(), labels: z.array(z.string()) })
const task = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  data: z.looseObject({}),
  annotations: z.array(z.looseObject({ was_cancelled: z.boolean().nullish(), result: z.array(result) })).optional(),
})
type Task = z.infer<typeof task>
type Region = z.infer<typeof region> & { id: string; from: string; meta: z.infer<typeof meta> }

interface Lost {
  tasks: number
  relations: number
  others: number
  positions: number
}

/** Whether a JSON file is a list of Label Studio tasks. */
export function isLabelStudio(json: unknown): boolean {
  return Array.isArray(json) && json.length > 0 && task.safeParse(json[0]).success
}

/**
 * Reads an export of Label Studio (JSON, text tasks): a document per task, a statement per region; regions of ours that are one
 * statement become one again. Offsets were UTF-16 units until 2022 and are code points since: the one that holds the words is taken.
 */
export function readLabelStudio(json: unknown): ReadForeign | RefusedSource {
  const tasks = z.array(task).safeParse(json)
  if (!tasks.success) return refuse('unsupported', t('These are no tasks of Label Studio. Export the project as JSON, not as JSON-MIN.'))
  const lost: Lost = { tasks: 0, relations: 0, others: 0, positions: 0 }
  const documents = tasks.data.flatMap((one, i) => documentOf(one, i, lost) ?? [])
  if (documents.length === 0) return refuse('no-text', t('None of these tasks has a text in a field named text.'))
  return { ok: true, documents, notes: sentences(lost) }
}

function documentOf({ id, data, annotations = [] }: Task, number: number, lost: Lost): ForeignDocument | null {
  const field = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const raw =
    field('text') || (Object.values(data).find((value): value is string => typeof value === 'string' && value.includes(' ')) ?? '')
  if (raw === '') {
    lost.tasks++
    return null
  }
  const placed = placedLines(raw)
  const regions: Region[] = []
  const memos = new Map<string, string>()
  for (const { result: results, was_cancelled } of annotations)
    if (!was_cancelled) for (const one of results) takeResult(one, { regions, memos, lost })
  const groups = Map.groupBy(regions, (one) => one.meta.statement ?? one.id)
  const statements = [...groups.values()].map((group) => statementOf(group, { raw, placed, memos, lost }))
  return {
    text: blocksText(placed.blocks),
    blocks: placed.blocks,
    title: field('title') || t('Task {id}', { id: String(id ?? number + 1) }),
    id: null,
    url: field('url'),
    language: field('language') && field('language') !== 'und' ? field('language') : null,
    publishedOn: /^\d{4}-\d{2}-\d{2}$/.test(field('published_on')) ? field('published_on') : null,
    author: field('author'),
    outlet: field('outlet'),
    statements,
  }
}

function takeResult(
  { id = '', type, value, from_name = '', meta: about = {} }: z.infer<typeof result>,
  { regions, memos, lost }: { regions: Region[]; memos: Map<string, string>; lost: Lost },
): void {
  const place = type === 'labels' ? region.safeParse(value) : null
  if (place?.success) regions.push({ ...place.data, id: id || `region-${regions.length}`, from: from_name, meta: about })
  else if (type === 'textarea') {
    const text = z.object({ text: z.union([z.string(), z.array(z.string())]) }).safeParse(value)
    if (text.success) memos.set(id, [text.data.text].flat().join('\n'))
  } else if (type === 'relation') lost.relations++
  else lost.others++
}

interface Within {
  raw: string
  placed: PlacedText
  memos: ReadonlyMap<string, string>
  lost: Lost
}

function statementOf(group: readonly Region[], { raw, placed, memos, lost }: Within): ForeignStatement {
  const [first] = group as [Region]
  const place = rangeIn(raw, first)
  const range = place && placed.rangeOf(place.start, place.end)
  if (!range) lost.positions++
  const { status, certainty, date, place: where, by = '', at } = first.meta
  const told = { status, certainty, date, place: where }
  const facts = Object.fromEntries(Object.entries(told).filter(([field, value]) => value && isFact(field as 'status', value)))
  const time = Date.parse(at ?? '')
  return {
    range,
    quote: range ? blocksText(placed.blocks).slice(range.start, range.end) : (first.text ?? ''),
    prefix: '',
    suffix: '',
    tags: group.flatMap(tagsOf),
    facts,
    memo: group.map(({ id }) => memos.get(id) ?? '').find((text) => text !== '') ?? '',
    by,
    ...(Number.isFinite(time) && { at: time }),
  }
}

function tagsOf({ labels, from, meta: { statement, role, stance } }: Region): ForeignTag[] {
  if (statement !== undefined && from === 'statement') return []
  return labels.map((label): ForeignTag => {
    if (statement !== undefined && from === 'actor')
      return { kind: 'actor', path: [label], role: ROLES_IN_STATEMENT.find((one) => one === role) ?? null }
    if (statement !== undefined && from === 'theme')
      return { kind: 'theme', path: label.split(' > '), stance: STANCES.find((one) => one === stance) ?? null }
    return { kind: 'code', path: [label] }
  })
}

/** The place of a region in UTF-16 units, in the unit of offsets that gives its words; code points when the file does not say them. */
function rangeIn(raw: string, { start, end, text }: Region): { start: number; end: number } | null {
  for (const unit of ['code-point', 'utf16'] as const) {
    const at = offsetsIn(raw, { unit, bom: true, crlf: 2 })
    const [from, to] = [at(start), at(end)]
    if (from === null || to === null || from >= to) continue
    if (text === undefined || squeezed(raw.slice(from, to)) === squeezed(text)) return { start: from, end: to }
  }
  return null
}

/** Some versions write line breaks of the words as two signs, "\" and "n". */
const squeezed = (text: string) => text.replaceAll('\\n', '').replace(/\s+/g, '')

function sentences({ tasks, relations, others, positions }: Lost): string[] {
  return [
    ...(tasks > 0 ? [t('{count, plural, one {# task without a text.} other {# tasks without a text.}}', { count: tasks })] : []),
    ...(positions > 0
      ? [
          t(
            '{count, plural, one {# region whose place does not hold its words; it is looked for by the words.} other {# regions whose place does not hold their words; they are looked for by the words.}}',
            { count: positions },
          ),
        ]
      : []),
    ...(relations > 0
      ? [
          t(
            '{count, plural, one {# relation between regions: Interline has no place for it.} other {# relations between regions: Interline has no place for them.}}',
            { count: relations },
          ),
        ]
      : []),
    ...(others > 0
      ? [
          t(
            '{count, plural, one {# answer that is no label on words, such as a choice or rating.} other {# answers that are no labels on words, such as choices and ratings.}}',
            { count: others },
          ),
        ]
      : []),
  ]
}
