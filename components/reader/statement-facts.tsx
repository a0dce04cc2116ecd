import { Icon } from '#/components/ui/icon.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { factWords } from './fact-words.ts'
import { useReader } from './reader-context.ts'

interface StatementFactsProps {
  annotation: Pick<Annotation, 'facts'>
  /** Everything that is known, on as many lines as it takes; otherwise one line. */
  isFull: boolean
}

/** What a statement says about the event: whether it happened, when, where, who says so. Nothing when nothing is known. */
export function StatementFacts({ annotation, isFull }: StatementFactsProps) {
  const codebook = useReader((state) => state.codebook)
  const words = factWords(annotation.facts, codebook)
  if (words.length === 0) return null
  return (
    <ul className={isFull ? 'factline is-full' : 'factline'} aria-label="Details">
      {words.map(({ what, icon, short, full }) => (
        <li key={what} data-fact={what} title={full}>
          {icon && <Icon name={icon} small />}
          <span dir="auto">{isFull ? full : short}</span>
        </li>
      ))}
    </ul>
  )
}
