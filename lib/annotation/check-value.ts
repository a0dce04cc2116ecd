import { CONTEXT_LENGTH, MAX_RUNS, QUOTE_LENGTH } from '#/lib/anchor/capture.ts'
import { isFact } from '#/lib/annotation/facts.ts'
import { FACT_LENGTH, MEMO_LENGTH } from '#/lib/annotation/limits.ts'
import { FACT_FIELDS, type FactField, type FactValue, type IdRun, type LayerRoot } from '#/lib/annotation/model.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { isId } from '#/lib/id.ts'

type Check = (value: unknown) => boolean

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
const id: Check = (value) => typeof value === 'string' && isId(value)
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
/** Any moment JavaScript can name. */
const time: Check = (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 8.64e15

/** Exactly these fields and no others. */
const record =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries(fields).every(([name, check]) => Object.hasOwn(value, name) && check((value as Record<string, unknown>)[name]))

const run: Check = (value) =>
  Array.isArray(value) && value.length === 3 && value.every(count) && value[2] > 0 && Number.isSafeInteger(value[1] + value[2])
const runs: Check = (value) =>
  Array.isArray(value) && value.length >= 1 && value.length <= MAX_RUNS && value.every(run) && areApart(value as IdRun[])
/** A passage has each of its characters once. */
function areApart(all: readonly IdRun[]): boolean {
  const inOrder = all.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  return inOrder.every(([client, clock], i) => {
    const before = inOrder[i - 1]
    return before?.[0] !== client || before[1] + before[2] <= clock
  })
}
const quote = record({ exact: text(QUOTE_LENGTH), prefix: text(CONTEXT_LENGTH), suffix: text(CONTEXT_LENGTH) })
const stamp = { by: id, at: time }

const VALUES: Record<LayerRoot, Check> = {
  annotation: record({ v: (value) => value === 1, r: runs, q: quote, ...stamp }),
  actor: record(stamp),
  theme: record({ stance: oneOf(STANCES), ...stamp }),
  // Which texts are values depends on the field.
  fact: record({ value: text(FACT_LENGTH), ...stamp }),
  memo: record({ text: text(MEMO_LENGTH), ...stamp }),
  important: record(stamp),
  deleted: record(stamp),
  anchor: record({ r: runs, q: quote, how: oneOf(['resize', 'found', 'import']), ...stamp }),
}

const KEYS: Record<LayerRoot, Check[]> = {
  annotation: [id],
  actor: [id, id, oneOf(ROLES_IN_STATEMENT), id],
  theme: [id, id, id],
  fact: [id, oneOf(FACT_FIELDS)],
  memo: [id, id],
  important: [id, id],
  deleted: [id],
  anchor: [id],
}

/** Whether a value has the shape and size its root allows, and says what its key is about. The key must be one: see {@link isLayerKey}. */
export function isLayerValue(root: LayerRoot, key: string, value: unknown): boolean {
  if (!VALUES[root](value)) return false
  return root !== 'fact' || isFact(key.slice(key.indexOf('|') + 1) as FactField, (value as FactValue).value)
}

/** Whether a key is composed as its root's keys are. */
export function isLayerKey(root: LayerRoot, key: string): boolean {
  const parts = key.split('|')
  return parts.length === KEYS[root].length && KEYS[root].every((check, i) => check(parts[i]))
}
