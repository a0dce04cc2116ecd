import { GlyphIcon } from '#/components/ui/actor-kind-icon.tsx'
import type { ReadyPlan } from '#/lib/codebook/ready-made/plan-ready-made.ts'
import type { ReadyMade } from '#/lib/codebook/ready-made/ready-made.ts'
import { buildTree, flattenTree } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'

interface ReadyMadePreviewProps {
  ready: ReadyMade
  plan: ReadyPlan
}

/** What would be added, and where it comes from. */
export function ReadyMadePreview({ ready: { source }, plan }: ReadyMadePreviewProps) {
  const rows = flattenTree(buildTree(plan.themes))
  let hue: number | null = null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="shelf__preview" aria-label={t('What will be added')} tabIndex={0}>
      <p className="muted">
        {source.url ? (
          <a href={source.url} rel="noreferrer" target="_blank">
            {source.name}
          </a>
        ) : (
          source.name
        )}
        {t('. Licence: {licence}.', { licence: source.licence })}
      </p>
      {plan.present > 0 && <p className="muted">{t('Here already, and left as it is: {present}.', { present: plan.present })}</p>}
      <ul>
        {rows.map(({ item, level }) => {
          hue = level === 1 ? item.hue : hue
          return (
            <li key={item.id} data-level={Math.min(level, 6)} data-h={hue ?? undefined}>
              <span className="dot" />
              <span>
                <b>{item.name}</b>{' '}
                <span className="muted">
                  {[item.definition, item.include, item.exclude && t('Not: {exclude}', { exclude: item.exclude })]
                    .filter(Boolean)
                    .join(' ')}
                </span>
              </span>
            </li>
          )
        })}
        {plan.kinds.map(({ slug, name, glyph }) => (
          <li key={slug}>
            <GlyphIcon glyph={glyph} />
            <b>{name}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
