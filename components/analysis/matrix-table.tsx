import { type KeyboardEvent, type Ref, useMemo, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { type ArrangedMatrix, branchSpans, type Head } from '#/lib/analysis/arrange.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'
import { withSoftHyphens } from '#/lib/text/soft-hyphens.ts'
import { MatrixCell } from './matrix-cell.tsx'

interface MatrixTableProps {
  ref: Ref<HTMLTableElement>
  label: string
  arranged: ArrangedMatrix
  withStances: boolean
  /** What is chosen here. */
  picked: Query | null
  /** What some rows and columns count; none: all of them. */
  askFor: (rows: readonly string[], columns: readonly string[]) => Query
  onPick: (query: Query | null) => void
}

/** CSS pixels, at least. */
const NAME_WIDTH = 132
const COLUMN_WIDTH = 56
const TOTAL_WIDTH = 40

/** Row and column of a cell. */
export type Spot = readonly [row: number, column: number]

/** The counts. Arrows move between cells, Shift with arrows or a click takes a block, Enter opens its excerpts. */
export function MatrixTable({ ref, label, arranged, withStances, picked, askFor, onPick }: MatrixTableProps) {
  const { rows, columns, cell, steps } = arranged
  const [at, setAt] = useState<Spot>([0, 0])
  const [corner, setCorner] = useState<Spot>([0, 0])
  const pickedText = picked && printQuery(picked, IDS_ONLY)
  const isPicked = (query: Query) => pickedText !== null && printQuery(query, IDS_ONLY) === pickedText
  // biome-ignore lint/correctness/useExhaustiveDependencies: `askFor` is another at every drawing and asks the same for the same matrix
  const pickedCell = useMemo(
    () =>
      pickedText &&
      rows
        .flatMap(({ id }) => columns.map((column) => [id, column.id] as const))
        .find(([row, column]) => isPicked(askFor([row], [column]))),
    [pickedText, rows, columns],
  )
  const pick = (query: Query) => onPick(isPicked(query) ? null : query)
  const blockIds = () => [idsBetween(rows, at[0], corner[0]), idsBetween(columns, at[1], corner[1])] as const

  /** A theme with itself: there is nothing to choose. */
  const isSame = ([row, column]: Spot) => rows[row]?.id !== undefined && rows[row].id === columns[column]?.id
  const here: Spot = [Math.min(at[0], rows.length - 1), Math.min(at[1], columns.length - 1)]
  const stop: Spot = isSame(here) ? [here[0], here[1] === 0 ? 1 : here[1] - 1] : here

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.cell) return
    const [row = 0, column = 0] = event.target.dataset.cell.split(' ').map(Number)
    const size: Spot = [rows.length, columns.length]
    const beside = moved(event, [row, column], size)
    const next = beside && isSame(beside) ? moved(event, beside, size) : beside
    if (!next) return
    event.preventDefault()
    if (isSame(next)) return
    setAt(next)
    if (!event.shiftKey) setCorner(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus()
  }
  const onCell = (spot: Spot, extends_: boolean) => {
    setAt(spot)
    if (extends_) return
    const [rowIds, columnIds] =
      spot[0] === at[0] && spot[1] === at[1] ? blockIds() : [[rows[spot[0]]?.id ?? ''], [columns[spot[1]]?.id ?? '']]
    if (rowIds.length * columnIds.length === 1) setCorner(spot)
    pick(askFor(rowIds, columnIds))
  }
  const inBlock = (row: number, column: number) => between(row, at[0], corner[0]) && between(column, at[1], corner[1])
  const isBlock = at[0] !== corner[0] || at[1] !== corner[1]

  return (
    <table className="mx" aria-label={label} ref={ref}>
      {/* Attributes: the page's policy on content allows no styles in HTML. */}
      <colgroup>
        <col width={NAME_WIDTH} />
        <col span={Math.max(1, columns.length)} width={COLUMN_WIDTH} />
        <col width={TOTAL_WIDTH} />
      </colgroup>
      <thead>
        <tr className="mx__branches">
          <td />
          {branchSpans(columns).map(({ id, name, hue, span }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a branch may come twice
            <th key={`${id} ${nth}`} scope="colgroup" colSpan={span} data-h={hue ?? undefined}>
              <span dir="auto">{name}</span>
            </th>
          ))}
          <td />
        </tr>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.id} scope="col">
              <HeadButton
                head={column}
                isNarrow
                isPicked={isPicked(askFor([], [column.id]))}
                onPick={() => pick(askFor([], [column.id]))}
              />
            </th>
          ))}
          <th scope="col" className="muted">
            {t('All')}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown}>
        {rows.map((row, r) => (
          <tr key={row.id}>
            <th scope="row">
              <HeadButton head={row} isPicked={isPicked(askFor([row.id], []))} onPick={() => pick(askFor([row.id], []))} />
            </th>
            {columns.map((column, c) => (
              <MatrixCell
                key={column.id}
                spot={[r, c]}
                row={row}
                column={column}
                cell={cell(row.id, column.id)}
                steps={steps}
                withStances={withStances}
                isSame={isSame([r, c])}
                isTabStop={r === stop[0] && c === stop[1]}
                isOn={(isBlock && inBlock(r, c)) || (pickedCell?.[0] === row.id && pickedCell[1] === column.id)}
                onCell={onCell}
              />
            ))}
            <td className="mx__all muted">{numberWords(row.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadButtonProps {
  head: Head
  /** Long words may be divided. */
  isNarrow?: boolean
  isPicked: boolean
  onPick: () => void
}

function HeadButton({ head, isNarrow = false, isPicked, onPick }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="mx__head"
      aria-pressed={isPicked}
      aria-label={`${head.name}: ${counted(head.total, 'excerpt')}`}
      onClick={onPick}
    >
      {head.kind !== null && <ActorKindIcon kind={head.kind} />}
      <span className="mx__name" dir="auto">
        {isNarrow ? withSoftHyphens(head.name) : head.name}
      </span>
    </button>
  )
}

function moved({ key, currentTarget }: KeyboardEvent<HTMLElement>, [row, column]: Spot, [rows, columns]: Spot): Spot | null {
  const forward = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const to: Record<string, Spot> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column - 1],
    [forward]: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
  }
  const spot = to[key]
  return spot ? [clamp(spot[0], rows), clamp(spot[1], columns)] : null
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at))
}

function between(at: number, one: number, other: number): boolean {
  return at >= Math.min(one, other) && at <= Math.max(one, other)
}

function idsBetween(heads: readonly Head[], one: number, other: number): string[] {
  return heads.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ id }) => id)
}
