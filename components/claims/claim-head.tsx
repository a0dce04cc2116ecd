import Link from 'next/link'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import type { Stance } from '#/lib/codebook/codebook.ts'

interface ClaimHeadProps {
  workspaceId: string
  claim: { actorId: string; actor: string; themeId: string; theme: string; above: string; hue: number; stance?: Stance }
  /** Counts and the like, one line. */
  facts: string
}

/** Who, about what, and how much of it. */
export function ClaimHead({ workspaceId, claim, facts }: ClaimHeadProps) {
  const { actorId, actor, themeId, theme, above, hue, stance } = claim
  return (
    <div className="claim__head">
      <h2>
        <Link href={`/w/${workspaceId}/actors#${actorId}`} prefetch={false}>
          <ActorChip large name={actor} actorRole="source" />
        </Link>
        <Link href={`/w/${workspaceId}/themes#${themeId}`} prefetch={false} title={above ? `${above} › ${theme}` : undefined}>
          <ThemeChip large name={theme} hue={hue} {...(stance && { stance })} />
        </Link>
      </h2>
      <p className="claim__facts num">{facts}</p>
    </div>
  )
}
