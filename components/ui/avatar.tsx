'use client'

import { initials } from '#/lib/person/initials.ts'
import { useColourOf } from './person-colours.tsx'

interface AvatarProps {
  person: { id: string; name: string }
  /** 18 px instead of 26. */
  small?: boolean
  /** Added to the name, for example "here now". */
  detail?: string
  /** The name stands beside it in words: say nothing here. */
  decorative?: boolean
}

/** A person: initials in a ring of their colour. They are drawn as a picture, so that they are nobody's name. */
export function Avatar({ person, small = false, detail, decorative = false }: AvatarProps) {
  const colourOf = useColourOf()
  const spoken = detail ? `${person.name}, ${detail}` : person.name
  const named = decorative ? ({ 'aria-hidden': true } as const) : { role: 'img', 'aria-label': spoken }
  return (
    <span
      className={small ? 'avatar avatar--s' : 'avatar'}
      data-p={colourOf(person.id)}
      data-initials={initials(person.name)}
      title={spoken}
      {...named}
    />
  )
}
