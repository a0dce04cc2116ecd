import { Icon } from '#/components/ui/icon.tsx'

/** What tells actors from themes before a name: a figure, or the theme's colour. */
export function Dot({ sort, hue }: { sort: 'actor' | 'theme'; hue: number }) {
  return sort === 'actor' ? <Icon name="person" small /> : <span className="dot" data-h={hue} aria-hidden="true" />
}
