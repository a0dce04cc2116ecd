import './radio-row.css'

interface RadioRowProps<Value extends string> {
  legend: string
  /** Of all buttons on the page. */
  name: string
  choices: readonly { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** A few choices in words, of which one holds. */
export function RadioRow<Value extends string>({ legend, name, choices, value, onChange }: RadioRowProps<Value>) {
  return (
    <fieldset className="radiorow">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
