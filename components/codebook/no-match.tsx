import { Button } from '#/components/ui/button.tsx'

/** In place of a list of which nothing matches; the button takes the filters away. */
export function NoMatch({ noun, total, onShowAll }: { noun: 'actor' | 'theme'; total: number; onShowAll: () => void }) {
  return (
    <p className="codebook__none" role="status">
      No {noun} matches.{' '}
      <Button look="quiet" onClick={onShowAll}>
        Show all {total}
      </Button>
    </p>
  )
}
