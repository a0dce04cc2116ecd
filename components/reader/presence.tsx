'use client'

import type { CollabRoom } from '#/components/collab/room.ts'
import { type PresentPerson, usePresence } from '#/components/collab/use-presence.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { t } from '#/lib/message/t.ts'
import { caretOf } from './caret-of.ts'
import { useModel } from './reader-context.ts'
import { scrollToPosition } from './select-passage.ts'

/** Faces shown before the rest is a number. */
const SHOWN = 5

/** Everybody who has this document open, oneself last. A click on a face goes to where that person is. */
export function Presence({ room, self }: { room: CollabRoom; self: { id: string; name: string } }) {
  const model = useModel()
  const others = usePresence(room).filter((person) => !person.isSelf)
  const jump = (person: PresentPerson) => {
    const position = model.view && caretOf(room.awareness, model.source.text, model.view.state.doc, person.id)
    if (position !== null) scrollToPosition(model, position)
  }
  const count = others.length + 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span
      className="avatars"
      role="group"
      aria-label={t('{count} {value} here now', { count, value: count === 1 ? t('person') : t('people') })}
    >
      {others.slice(0, SHOWN).map((person) => (
        <button
          key={person.id}
          type="button"
          className="avatarbtn"
          aria-label={t('{person}, here now. Go to where they are', { person: person.name })}
          title={t('{person}, here now', { person: person.name })}
          onClick={() => jump(person)}
        >
          <Avatar person={person} decorative />
        </button>
      ))}
      {others.length > SHOWN && (
        <span
          className="avatar avatar--more"
          title={others
            .slice(SHOWN)
            .map(({ name }) => name)
            .join(', ')}
        >
          +{others.length - SHOWN}
        </span>
      )}
      <span className="avatars__self">
        <Avatar person={self} detail="you" />
      </span>
    </span>
  )
}
