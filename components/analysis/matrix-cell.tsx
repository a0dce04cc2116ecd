import type { Head } from '#/lib/analysis/arrange.ts'
import { type Step, stepOf } from '#/lib/analysis/quantile-steps.ts'
import type { Cell } from '#/lib/analysis/tally.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { Spot } from './matrix-table.tsx'

interface MatrixCellProps {
  spot: Spot
  row: Head
  column: Head
  cell: Cell | undefined
  steps: readonly Step[]
  withStances: boolean
  /** A theme with itself. */
  isSame: boolean
  isTabStop: boolean
  isOn: boolean
  onCell: (spot: Spot, extendsBlock: boolean) => void
}

/** Less than this is too little for a line to say how it is divided. */
const WORTH_A_LINE = 3

/** A count in its shade; under it how many support (solid) and oppose (dotted). */
export function MatrixCell({ spot, row, column, cell, steps, withStances, isSame, isTabStop, isOn, onCell }: MatrixCellProps) {
  if (isSame) return <td className="mx__same" aria-label={t('The same theme')} />
  const count = cell?.count ?? 0
  const { supports = 0, opposes = 0 } = cell?.stances ?? {}
  const place = `${row.name}, ${column.name}`
  const label = withStances
    ? t('{place}: {count, plural, one {# excerpt} other {# excerpts}}, {supports} support, {opposes} oppose', {
        place,
        count,
        supports,
        opposes,
      })
    : `${place}: ${counted(count, 'excerpt')}`
  return (
    <td data-h={column.hue ?? undefined} data-q={stepOf(count, steps)} className={isOn ? 'is-on' : undefined}>
      <button
        type="button"
        data-cell={spot.join(' ')}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={label}
        aria-pressed={isOn}
        onClick={(event) => onCell(spot, event.shiftKey)}
      >
        {count > 0 && numberWords(count)}
      </button>
      {withStances && count >= WORTH_A_LINE && supports + opposes > 0 && (
        <svg className="mx__line" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
          <path className="mx__for" d={`M0 1H${(100 * supports) / count}`} />
          <path className="mx__against" d={`M${(100 * supports) / count} 1H${(100 * Math.min(count, supports + opposes)) / count}`} />
        </svg>
      )}
    </td>
  )
}
