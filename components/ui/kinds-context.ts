'use client'

import { createContext, useContext } from 'react'
import { type ActorKind, SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import { t } from '#/lib/message/t.ts'

/** The kinds of the workspace that is shown; those every workspace begins with where there is none. */
export const KindsContext = createContext<readonly ActorKind[]>(SHIPPED_KINDS)

/** A kind by its slug; "Other" for one that is gone. */
export function useKind(slug: string): ActorKind {
  return useContext(KindsContext).find((kind) => kind.slug === slug) ?? { slug, name: t('Other'), glyph: 'other' }
}
