'use client'

import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { useKind } from '#/components/ui/kinds-context.ts'
import { t } from '#/lib/message/t.ts'
import { useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'

interface DefinitionDockProps {
  item: CodebookItem | null
  /** It follows the keyboard, so screen readers say it too. */
  speaks: boolean
}

/** What the pointed or chosen item of the codebook means, at the foot of the panel. */
export function DefinitionDock({ item, speaks }: DefinitionDockProps) {
  const codebook = useReader((state) => state.codebook)
  const chosen = useReader((state) => state.focusItem)
  const shown = item ?? chosen
  const actor = shown?.kind === 'actor' ? codebook.actor(shown.id) : undefined
  const theme = shown?.kind === 'theme' ? codebook.theme(shown.id) : undefined
  const kind = useKind(actor?.kind ?? 'other')
  if (!shown || (!actor && !theme)) return null
  const names = actor?.aliases.map((alias) => alias.name) ?? []
  return (
    <div className="book__def" aria-live={speaks ? 'polite' : 'off'}>
      <h2 data-h={theme ? codebook.themeHue(theme.id) || undefined : undefined}>
        {theme ? <span className={codebook.isRing(theme.id) ? 'dot dot--ring' : 'dot'} /> : <ActorKindIcon kind={actor?.kind ?? 'other'} />}
        <span dir="auto">{(actor ?? theme)?.name}</span>
      </h2>
      <p dir="auto">{theme?.definition || actor?.description || (actor ? kind.name : t('No definition yet.'))}</p>
      <Rule term={t('Include')} text={theme?.include} />
      <Rule term={t('Not')} text={theme?.exclude} />
      <Rule term={t('Example')} text={theme?.examples[0]} />
      {names.length > 0 && (
        <p>
          <b>{t('Also')}</b> <span dir="auto">{names.slice(0, 6).join(', ')}</span>
        </p>
      )}
    </div>
  )
}

function Rule({ term, text }: { term: string; text: string | undefined }) {
  if (!text) return null
  return (
    <p>
      <b>{term}</b> <span dir="auto">{text}</span>
    </p>
  )
}
