import { GlyphIcon } from '#/components/ui/actor-kind-icon.tsx'
import { useKind } from '#/components/ui/kinds-context.ts'
import type { Network } from '#/lib/analysis/network.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'

/** What shapes and lines mean. */
export function NetworkLegend({ network: { nodes, kind }, book }: { network: Network; book: NameBook }) {
  const kinds = [...new Set(nodes.flatMap(({ id }) => book.actor(id)?.kind ?? []))]
  return (
    <div className="mxlegend">
      {kinds.map((slug) => (
        <KindLegend key={slug} slug={slug} />
      ))}
      {kind !== 'conflict' && (
        <span>
          <i className="mxlegend__for" aria-hidden="true" />
          {kind === 'addresses' ? t('supports') : t('both support')}
        </span>
      )}
      <span>
        <i className="mxlegend__against" aria-hidden="true" />
        {AGAINST[kind]()}
      </span>
      {kind === 'agreement' && <span>{t('Equal numbers: a coalition')}</span>}
    </div>
  )
}

const AGAINST: Record<Network['kind'], () => string> = {
  addresses: () => t('opposes'),
  agreement: () => t('both oppose'),
  conflict: () => t('opposite sides'),
}

function KindLegend({ slug }: { slug: string }) {
  const { name, glyph } = useKind(slug)
  return (
    <span>
      <GlyphIcon glyph={glyph} />
      <bdi>{name}</bdi>
    </span>
  )
}
