import './fact-line.css'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'
import type { FactWords } from './fact-words.ts'

interface FactLineProps {
  words: readonly FactWords[]
  /** Everything that is known, on as many lines as it takes; otherwise what fits one line. */
  isFull?: boolean
}

/** What is known of the event that a statement reports: whether it happened, when, where, who says so. Nothing when nothing is known. */
export function FactLine({ words, isFull = false }: FactLineProps) {
  if (words.length === 0) return null
  return (
    <ul className={isFull ? 'factline is-full' : 'factline'} aria-label={t('Details')}>
      {words.map(({ what, icon, short, full }) => (
        <li key={what} data-fact={what} title={full}>
          {icon && <Icon name={icon} small />}
          <span dir="auto">{isFull ? full : short}</span>
        </li>
      ))}
    </ul>
  )
}
