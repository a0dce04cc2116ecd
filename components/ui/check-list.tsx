import './check-list.css'

interface CheckListProps {
  legend: string
  /** Of all boxes in the form. */
  name: string
  items: readonly { value: string; label: string; meaning?: string; isChecked: boolean }[]
}

/** Boxes of which any can be ticked. */
export function CheckList({ legend, name, items }: CheckListProps) {
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {items.map(({ value, label, meaning, isChecked }) => (
        <label key={value}>
          <input type="checkbox" className="check" name={name} value={value} defaultChecked={isChecked} />
          <span>
            {label} {meaning && <span className="muted">{meaning}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
