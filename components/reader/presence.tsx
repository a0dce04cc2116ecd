'use client'

import { useState } from 'react'
import type { CollabRoom } from '#/components/collab/room.ts'
import { type PresentPerson, usePresence } from '#/components/collab/use-presence.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'
import { caretOf } from './caret-of.ts'
import { useModel, useReader } from './reader-context.ts'
import { scrollToPosition } from './select-passage.ts'

/** Faces shown before the rest is a number. */
const SHOWN = 5

/**
 * Everybody who has this document open, oneself last. A click on a face goes to where that person is; another one follows them,
 * a third stops that, as Esc does.
 */
export function Presence({ room, self }: { room: CollabRoom; self: { id: string; name: string } }) {
  const model = useModel()
  const others = usePresence(room).filter((person) => !person.isSelf)
  const following = useReader((state) => state.following)
  /** Whose face was clicked last. */
  const [visited, setVisited] = useState<string | null>(null)
  const visit = (person: PresentPerson) => {
    if (following === person.id) {
      model.ui.set({ following: null })
      setVisited(null)
      return
    }
    if (visited === person.id) model.ui.set({ following: person.id })
    else model.ui.set({ following: null })
    setVisited(person.id)
    const position = model.view && caretOf(room.awareness, model.source.text, model.view.state.doc, person.id)
    if (position !== null) scrollToPosition(model, position)
  }
  const count = others.length + 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span className="avatars" role="group" aria-label={t('{count, plural, one {# person here now} other {# people here now}}', { count })}>
      {others.slice(0, SHOWN).map((person) => (
        <button
          key={person.id}
          type="button"
          className={following === person.id ? 'avatarbtn is-followed' : 'avatarbtn'}
          aria-label={faceName(person, following === person.id ? 'followed' : visited === person.id ? 'visited' : 'here')}
          title={faceName(person, following === person.id ? 'followed' : visited === person.id ? 'visited' : 'here')}
          onClick={() => visit(person)}
        >
          <Avatar person={person} decorative />
        </button>
      ))}
      {others.length > SHOWN && (
        <Menu
          label={t('{more} more here now', { more: others.length - SHOWN })}
          triggerClassName="avatar avatar--more"
          trigger={`+${others.length - SHOWN}`}
          align="end"
        >
          {others.slice(SHOWN).map((person) => (
            <MenuItem key={person.id} icon="person" onSelect={() => visit(person)}>
              <bdi>{person.name}</bdi>
            </MenuItem>
          ))}
        </Menu>
      )}
      <span className="avatars__self">
        <Avatar person={self} detail="you" />
      </span>
    </span>
  )
}

/** What a face says: who it is, and what a click on it does next. */
function faceName({ name }: PresentPerson, face: 'here' | 'visited' | 'followed'): string {
  if (face === 'followed') return t('{name}, here now. Stop following', { name })
  return face === 'visited' ? t('{name}, here now. Follow them', { name }) : t('{name}, here now. Go to where they are', { name })
}
