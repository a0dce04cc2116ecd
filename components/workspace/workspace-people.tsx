'use client'

import { usePresence } from '#/components/collab/use-presence.ts'
import { useRoom } from '#/components/collab/use-room.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { t } from '#/lib/message/t.ts'

/** At most so many faces; the rest becomes a number. */
const FACES = 5

/** Colleagues who have the workspace open now. */
export function WorkspacePeople({ workspaceId }: { workspaceId: string }) {
  const others = usePresence(useRoom(`workspace/${workspaceId}`)).filter((person) => !person.isSelf)
  if (others.length === 0) return null
  const label = t('{count, plural, one {# colleague in this workspace now} other {# colleagues in this workspace now}}', {
    count: others.length,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span className="avatars" role="group" aria-label={label}>
      {others.slice(0, FACES).map((person) => (
        <Avatar key={person.id} person={person} detail={t('here now')} />
      ))}
      {others.length > FACES && <span className="avatar">+{others.length - FACES}</span>}
    </span>
  )
}
