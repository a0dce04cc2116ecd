'use client'

import { useId } from 'react'
import { HUES, hueNames } from '#/lib/codebook/theme-hue.ts'
import { t } from '#/lib/message/t.ts'

interface HuePickerProps {
  value: number | null
  /** What no hue of its own means ("Neutral", "As the branch"); absent: there must be one. */
  none?: { label: string; hue?: number }
  onChange: (hue: number | null) => void
}

/** The colour of an entry: the twelve base hues as radios. */
export function HuePicker({ value, none, onChange }: HuePickerProps) {
  const name = useId()
  const hues = Array.from({ length: HUES }, (_, index) => index + 1)
  return (
    <fieldset className="hues">
      <legend className="fieldset__label">{t('Colour')}</legend>
      {none && (
        <label className="hues__none" data-h={none.hue}>
          <input type="radio" name={name} className="sr" checked={value === null} onChange={() => onChange(null)} />
          <span className={none.hue ? 'dot' : 'dot dot--ring'} />
          {none.label}
        </label>
      )}
      <span className="hues__row">
        {hues.map((hue) => (
          <label key={hue} className="hues__one" data-h={hue} title={hueNames()[hue - 1]}>
            <input
              type="radio"
              name={name}
              className="sr"
              aria-label={hueNames()[hue - 1]}
              checked={value === hue}
              onChange={() => onChange(hue)}
            />
            <span className="dot" />
          </label>
        ))}
      </span>
    </fieldset>
  )
}
