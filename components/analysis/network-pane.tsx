import { useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { networkCsv } from '#/lib/analysis/csv.ts'
import { asksActors } from '#/lib/analysis/groups.ts'
import type { Network } from '#/lib/analysis/network.ts'
import { networkGraphml } from '#/lib/analysis/network-graphml.ts'
import { VIEW_CHOICES } from '#/lib/analysis/view.ts'
import { t } from '#/lib/message/t.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'
import type { PaneProps } from './analysis-page.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { NetworkLegend } from './network-legend.tsx'
import { NetworkPicture } from './network-picture.tsx'
import { NetworkTable } from './network-table.tsx'
import { SettingChoices, SettingMenu } from './setting-menu.tsx'
import { settingWords } from './setting-words.ts'
import { svgOfPicture } from './svg-of-picture.ts'
import { TableButton } from './table-button.tsx'
import { useKeptPlaces } from './use-kept-places.ts'

/** With fewer statements a network says little. */
const FEW = 20
/** So many ties are always drawn. */
const LEAST = Number(VIEW_CHOICES.ties[0])

/** Who addresses whom, who agrees with whom, and who does not. */
export function NetworkPane(props: PaneProps & { network: Network; statements: number }) {
  const { view, book, groups, onAsk, onPick, network: counted, statements } = props
  const [isTable, setTable] = useState(false)
  const picture = useRef<SVGSVGElement>(null)
  const { query, pick: _, ...settings } = view
  const nodes = useKeptPlaces(counted, JSON.stringify([printQuery(query, IDS_ONLY), settings, counted.kind]))
  const network = { ...counted, nodes }
  const { kind, edges, total } = network
  const title = TITLES[kind]()
  const actorName = (id: string) => book.actor(id)?.name ?? ''
  const themeName = (id: string) => book.themes.path(id).join(' > ')
  const askFor = (id: string): Query =>
    kind === 'addresses'
      ? { is: 'any', of: [asksActors(groups.actors, [id], 'source'), asksActors(groups.actors, [id], 'recipient')] }
      : asksActors(groups.actors, [id], 'source')
  const picked = view.pick?.pane === 'network' ? printQuery(view.pick.query, IDS_ONLY) : null
  const isPicked = (query: Query) => picked !== null && printQuery(query, IDS_ONLY) === picked
  const shared = {
    network,
    book,
    isPicked,
    askFor,
    onPick: (query: Query) => onPick('network', isPicked(query) ? null : query),
  }
  return (
    <section className="pane pane--network" aria-label={title}>
      <div className="pane__head">
        <h2>{title}</h2>
        <span className="grow" />
        <SettingMenu name="network" settings={view} onSet={(next) => onAsk({ ...next, pick: null })} />
        {kind !== 'addresses' && (
          <Menu align="end" label={t('How agreement is counted')} triggerClassName="ibtn" trigger={<Icon name="settings" />}>
            <SettingChoices name="weight" settings={view} onSet={onAsk} />
            <SettingChoices name="norm" settings={view} onSet={onAsk} />
          </Menu>
        )}
        <TableButton isTable={isTable} isEmpty={edges.length === 0} onChange={setTable} />
        <DownloadMenu
          name={kind}
          svg={() => picture.current && svgOfPicture(picture.current)}
          tables={[{ label: t('CSV, one line per tie'), name: 'ties', make: () => networkCsv(network, actorName, themeName) }]}
          graphml={() => networkGraphml(network, book.actor, themeName)}
        />
      </div>
      {statements > 0 && statements < FEW && <p className="pane__note">{t('Small numbers: read with care.')}</p>}
      {edges.length === 0 && <p className="pane__note">{EMPTY[kind]()}</p>}
      {edges.length > 0 && isTable && (
        <div className="pane__scroll">
          <NetworkTable {...shared} label={title} />
        </div>
      )}
      {edges.length > 0 && (
        <div className="pane__picture" hidden={isTable}>
          <NetworkPicture {...shared} ref={picture} label={title} />
        </div>
      )}
      {edges.length > 0 && !isTable && <NetworkLegend network={network} book={book} />}
      {total.edges > LEAST && (
        <div className="pane__note pane__note--set">
          {total.edges > edges.length
            ? t('The {shown} strongest of {all} ties are shown, between {nodes} of {actors} actors.', {
                shown: edges.length,
                all: total.edges,
                nodes: nodes.length,
                actors: total.nodes,
              })
            : t('All {all} ties are shown.', { all: total.edges })}
          <SettingMenu name="ties" settings={view} onSet={onAsk} />
        </div>
      )}
      {kind !== 'addresses' && edges.length > 0 && (
        <p className="pane__note">
          {t('Sources are tied by themes on which both take a side; neutral and mixed stances are left out. {setting}: {value}.', {
            setting: settingWords('norm').label,
            value: settingWords('norm').values[view.norm],
          })}
        </p>
      )}
    </section>
  )
}

const TITLES: Record<Network['kind'], () => string> = {
  addresses: () => t('Who addresses whom'),
  agreement: () => t('Who agrees'),
  conflict: () => t('Who is at odds'),
}
const EMPTY: Record<Network['kind'], () => string> = {
  addresses: () => t('No statement here has both a source and a recipient. Tag both to see who addresses whom.'),
  agreement: () => t('No two sources take the same side on a theme here. Tag sources with themes they support or oppose.'),
  conflict: () => t('No two sources take opposite sides on a theme here. Tag sources with themes they support or oppose.'),
}
