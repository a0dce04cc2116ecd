'use client'

import { useContext } from 'react'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { KindsContext } from '#/components/ui/kinds-context.ts'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { actorInFull } from './actor-in-full.ts'
import { byRole } from './by-role.ts'
import type { CodebookView } from './codebook-view.ts'
import { shownTags } from './hidden-tags.ts'
import { noTags } from './statement-words.ts'

/** Who and what a statement says, as chips; what this reader hides is left out. */
export function StatementChips({ annotation, codebook }: { annotation: Pick<Annotation, 'actors' | 'themes'>; codebook: CodebookView }) {
  const kinds = useContext(KindsContext)
  const { actors, themes } = shownTags(annotation, codebook.hidden)
  return (
    <div className="card__tags">
      {byRole(actors).map(({ actorId, role }) => (
        <ActorChip
          key={`${actorId} ${role}`}
          name={codebook.actorName(actorId)}
          actorRole={role}
          hue={codebook.actor(actorId)?.hue}
          state={codebook.actor(actorId)?.state}
          more={actorInFull(codebook, actorId, kinds)}
        />
      ))}
      {themes.map(({ themeId, stance }) => (
        <ThemeChip
          key={`${themeId} ${stance}`}
          name={codebook.themeName(themeId)}
          hue={codebook.themeHue(themeId)}
          stance={stance}
          state={codebook.theme(themeId)?.state}
        />
      ))}
      {actors.length + themes.length === 0 && <span className="chip chip--ghost">{noTags(annotation)}</span>}
    </div>
  )
}
