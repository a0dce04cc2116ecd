'use client'

import type { KeyboardEvent } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { useKind } from '#/components/ui/kinds-context.ts'
import { StateWord } from '#/components/ui/state-word.tsx'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { TreeRow } from '#/lib/codebook/tree-rows.ts'
import { type ActorUses, NO_ACTOR_USES } from '#/lib/codebook/uses.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { ActorSort, ActorSortKey } from './actor-rows.ts'
import { RoleBar } from './role-bar.tsx'
import { nextRow } from './row-keys.ts'
import { Spark } from './spark.tsx'

interface ActorsTableProps {
  rows: readonly TreeRow<Actor>[]
  uses: Record<string, ActorUses>
  /** Statements by quarter, the latest last. */
  quarters: Record<string, number[]>
  sort: ActorSort
  onSort: (by: ActorSortKey) => void
  openId: string | null
  onOpen: (id: string) => void
  /** The arrows moved to this row. */
  onReach: (id: string) => void
}

/** All actors, those below another one indented. The names are one tab stop: arrows move, Enter opens. */
export function ActorsTable({ rows, uses, quarters, sort, onSort, openId, onOpen, onReach }: ActorsTableProps) {
  const stop = rows.some((row) => row.item.id === openId) ? openId : rows[0]?.item.id
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const next = nextRow(event, 'button.name')
    if (next?.dataset.id) onReach(next.dataset.id)
  }
  const heading = { sort, onSort }
  return (
    <table className="grid actors" aria-label={t('Actors')}>
      <thead>
        <tr>
          <SortHead by="name" {...heading}>
            {t('Name')}
          </SortHead>
          <th className="actors__aliases hide-small">{t('Also known as')}</th>
          <SortHead by="kind" className="hide-small" {...heading}>
            {t('Kind')}
          </SortHead>
          <SortHead by="uses" className="r" {...heading}>
            {t('Uses')}
          </SortHead>
          <th className="actors__quarters hide-small">{t('By quarter')}</th>
          <th className="actors__roles" title={t('Source, recipient, mentioned')}>
            {t('Roles')}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <ActorRow
            key={row.item.id}
            row={row}
            uses={uses[row.item.id] ?? NO_ACTOR_USES}
            quarters={quarters[row.item.id]}
            open={row.item.id === openId}
            tabIndex={row.item.id === stop ? 0 : -1}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ActorRowProps {
  row: TreeRow<Actor>
  uses: ActorUses
  quarters: number[] | undefined
  open: boolean
  tabIndex: 0 | -1
  onOpen: (id: string) => void
}

function ActorRow({ row: { item: actor, level, dimmed }, uses, quarters, open, tabIndex, onOpen }: ActorRowProps) {
  const kind = useKind(actor.kind)
  const classes = [open && 'is-on', dimmed && 'is-dimmed'].filter(Boolean).join(' ')
  return (
    // The name is the button; the row only makes it larger for a pointer.
    <tr className={classes || undefined} onClick={() => onOpen(actor.id)}>
      <td>
        <span className="actors__name" data-level={Math.min(level, 6)}>
          <ActorKindIcon kind={actor.kind} />
          {actor.hue !== null && <span className="dot" data-h={actor.hue} />}
          <button type="button" className="name" data-id={actor.id} tabIndex={tabIndex} aria-expanded={open}>
            <bdi>{actor.name}</bdi>
          </button>
          <StateWord state={actor.state} />
          {level > 1 && <span className="sr">{t('level {level}', { level })}</span>}
        </span>
      </td>
      <td className="actors__aliases muted hide-small">
        <div className="clip">
          {actor.aliases.map((alias, at) => (
            <span key={alias.id}>
              {at > 0 && ', '}
              <bdi>{alias.name}</bdi>
            </span>
          ))}
        </div>
      </td>
      <td className="muted hide-small">{kind.name}</td>
      <td className="r">{numberWords(uses.statements)}</td>
      <td className="actors__quarters hide-small">{quarters && <Spark counts={quarters} />}</td>
      <td className="actors__roles">
        <RoleBar uses={uses} />
      </td>
    </tr>
  )
}

interface SortHeadProps {
  by: ActorSortKey
  sort: ActorSort
  onSort: (by: ActorSortKey) => void
  className?: string
  children: string
}

function SortHead({ by, sort, onSort, className, children }: SortHeadProps) {
  const on = sort.by === by
  return (
    <th className={className} aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(by)}>
        {children}
        {on && <Icon name={sort.descending ? 'down' : 'up'} small />}
      </button>
    </th>
  )
}
