import { Fragment } from 'react'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import { jointAfter, partsOf, type QueryPath, withJoint, withPart } from '#/lib/query/edit-query.ts'
import { isCondition, type Query } from '#/lib/query/query.ts'
import { ConditionChips } from './condition-chips.tsx'
import { JointMenu } from './joint-menu.tsx'
import { MovablePart } from './movable-part.tsx'

interface QueryChipsProps {
  query: Query
  book: NameBook
  onChange: (query: Query) => void
}

/** A query as chips: every condition, and between two of them a menu with the word that joins them. Groups stand in brackets; parts are dragged, or moved with keys, into them. */
export function QueryChips({ query, book, onChange }: QueryChipsProps) {
  return <Part whole={query} part={query} path={[]} book={book} onChange={onChange} />
}

interface PartProps {
  whole: Query
  part: Query
  path: QueryPath
  book: NameBook
  onChange: (query: Query) => void
}

function Part({ whole, part, path, book, onChange }: PartProps) {
  if (isCondition(part)) return <ConditionChips asked={part} book={book} onChange={(next) => onChange(withPart(whole, path, next))} />
  if (part.is === 'not')
    return (
      <>
        <button
          type="button"
          className="op op--btn"
          aria-label={t('Not, take it away')}
          onClick={() => onChange(withPart(whole, path, part.of))}
        >
          {t('not')}
        </button>
        <Part whole={whole} part={part.of} path={[...path, 0]} book={book} onChange={onChange} />
      </>
    )
  const parts = partsOf(part).map((child, at) => {
    const joint = at > 0 ? jointAfter(part, at - 1) : null
    // "and not" stands between the two: it is not said again.
    const isSaid = joint === 'and-not' && child.is === 'not'
    const [shown, shownPath] = isSaid ? [child.of, [...path, at, 0]] : [child, [...path, at]]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part of a query is its place
      <Fragment key={at}>
        {joint && <JointMenu joint={joint} onChoose={(next) => onChange(withJoint(whole, path, at - 1, next))} />}
        <MovablePart whole={whole} path={[...path, at]} isGroup={shown.is === 'all' || shown.is === 'any'} onChange={onChange}>
          <Part whole={whole} part={shown} path={shownPath} book={book} onChange={onChange} />
        </MovablePart>
      </Fragment>
    )
  })
  if (path.length === 0) return parts
  return (
    <fieldset className="qgroup" aria-label={t('In brackets')}>
      {parts}
    </fieldset>
  )
}
