import { Icon } from './icon.tsx'

/** The small cross at the end of a removable chip. */
export function ChipRemove({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <button type="button" className="x" aria-label={`Remove ${name}`} onClick={onRemove}>
      <Icon name="x" small />
    </button>
  )
}
