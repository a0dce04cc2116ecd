/** How far something is, 0 to 1; without a value it is under way and its length is not known. */
export function ProgressBar({ label, value }: { label: string; value?: number }) {
  return <progress className="meter" aria-label={label} max={1} value={value} />
}
