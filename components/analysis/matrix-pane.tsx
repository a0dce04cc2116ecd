import { useMemo, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { arrangeMatrix, type Order, USUAL_ORDER } from '#/lib/analysis/arrange.ts'
import { cellsCsv, matrixCsv } from '#/lib/analysis/csv.ts'
import { cellAsk, togetherAsk } from '#/lib/analysis/matrix-asks.ts'
import type { Matrix } from '#/lib/analysis/tally.ts'
import { askedIn } from '#/lib/analysis/view.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import type { PaneProps } from './analysis-page.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { OrderMenu } from './order-menu.tsx'
import { SettingChoices, SettingMenu, SettingSegments } from './setting-menu.tsx'
import { settingWords } from './setting-words.ts'
import { svgOfTable } from './svg-of-table.ts'

/** How many rows and columns are drawn before all are asked for. */
const ROOM = { rows: 24, columns: 10 }
/** The roles that stand beside the heading; the others are in the menu. */
const ROLES = ['any', 'source', 'recipient']

/** Who speaks on what, or what is spoken of together. */
export function MatrixPane({ view, names, book, groups, onAsk, onPick, matrix }: PaneProps & { matrix: Matrix }) {
  const [showsAll, setShowsAll] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const [order, setOrder] = useState<Order>(USUAL_ORDER)
  const arranged = useMemo(
    () => arrangeMatrix(matrix, names.codebook, view.matrix, showsAll ? null : ROOM, order),
    [matrix, names.codebook, view.matrix, showsAll, order],
  )
  const ofActors = view.matrix === 'actors'
  const askFor = (rows: readonly string[], columns: readonly string[]): Query =>
    ofActors
      ? cellAsk(view, groups, rows.length > 0 ? rows : Object.keys(matrix.rows), columns.length > 0 ? columns : Object.keys(matrix.columns))
      : togetherAsk(askedIn(view, 'matrix'), view.within, groups.themes, rows.length > 0 ? rows : columns, rows.length > 0 ? columns : [])
  const title = settingWords('matrix').values[view.matrix]
  const stance = view.stance === 'any' ? null : settingWords('stance').values[view.stance]
  const hidden = arranged.hidden.rows + arranged.hidden.columns
  const themeName = (id: string) => book.themes.path(id).join(' > ')
  const actorName = (id: string) => book.actor(id)?.name ?? ''
  const whole = () => arrangeMatrix(matrix, names.codebook, view.matrix, null, order)
  return (
    <section className="pane pane--matrix" aria-label={title}>
      <div className="pane__head">
        <h2>
          <SettingMenu name="matrix" settings={view} onSet={(next) => onAsk({ ...next, pick: null })} />
        </h2>
        {ofActors ? (
          <SettingSegments name="role" settings={view} onSet={onAsk} only={ROLES} />
        ) : (
          <SettingMenu name="within" settings={view} onSet={onAsk} />
        )}
        <Menu
          label={[t('How the matrix is counted'), stance].filter(Boolean).join(': ')}
          trigger={
            <>
              <Icon name="settings" small />
              {stance}
            </>
          }
        >
          {ofActors && <SettingChoices name="role" settings={view} onSet={onAsk} />}
          {ofActors && <SettingChoices name="stance" settings={view} onSet={onAsk} />}
          {ofActors && <SettingChoices name="rows" settings={view} onSet={onAsk} />}
          <SettingChoices name="columns" settings={view} onSet={onAsk} />
        </Menu>
        <OrderMenu order={order} columns={arranged.columns} rowsAre={view.matrix} onOrder={setOrder} />
        <span className="grow" />
        <DownloadMenu
          name={ofActors ? 'actors-by-themes' : 'themes-by-themes'}
          svg={() => table.current && svgOfTable(table.current)}
          tables={[
            {
              label: t('CSV, as it stands'),
              name: 'matrix',
              make: () => matrixCsv(matrix, whole().rows, whole().columns, { corner: title, all: t('All') }),
            },
            {
              label: t('CSV, one cell per line, with stances'),
              name: 'cells',
              make: () =>
                cellsCsv(matrix, ofActors ? actorName : themeName, themeName, [ofActors ? 'actor' : 'theme', 'theme', 'excerpts']),
            },
          ]}
        />
      </div>
      {arranged.rows.length === 0 && (
        <p className="pane__note">
          {ofActors
            ? t('Tag a few passages with both an actor and a theme to see the matrix.')
            : t('Tag a few passages with themes to see which are spoken of together.')}
        </p>
      )}
      <div className="pane__scroll" hidden={arranged.rows.length === 0}>
        <MatrixTable
          ref={table}
          label={title}
          arranged={arranged}
          withStances={ofActors}
          picked={view.pick?.pane === 'matrix' ? view.pick.query : null}
          askFor={askFor}
          onPick={(query) => onPick('matrix', query)}
        />
      </div>
      {arranged.rows.length > 0 && (
        <div className="pane__foot">
          <MatrixLegend steps={arranged.steps} withStances={ofActors} />
          {(hidden > 0 || showsAll) && (
            <button type="button" className="linkbtn" onClick={() => setShowsAll(!showsAll)}>
              {showsAll
                ? t('Show only the largest')
                : t('Show {hidden, plural, one {# more row or column} other {# more rows and columns}}', { hidden })}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
