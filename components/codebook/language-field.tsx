'use client'

import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { languageName, OFFERED_LANGUAGES } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'

interface LanguageFieldProps {
  /** BCP 47; "und" when unknown. */
  value: string
  onChange: (value: string) => void
  error?: string
}

const ANOTHER = '*'

/** The language of a name: one of those usual here, or any other by its code. */
export function LanguageField({ value, onChange, error }: LanguageFieldProps) {
  const [typing, setTyping] = useState(false)
  const offered: readonly string[] =
    OFFERED_LANGUAGES.includes(value as 'en') || value === 'und' ? OFFERED_LANGUAGES : [value, ...OFFERED_LANGUAGES]
  const options = [
    { value: 'und', label: t('Unknown') },
    ...offered.map((tag) => ({ value: tag, label: languageName(tag) })),
    { value: ANOTHER, label: t('Another…') },
  ]
  if (typing)
    return (
      <TextInput
        label={t('Language')}
        hint={t('A BCP 47 code: fa, sr-Latn, zh-Hant.')}
        value={value}
        maxLength={35}
        autoComplete="off"
        spellCheck={false}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const choose = (tag: string) => {
    if (tag !== ANOTHER) return onChange(tag)
    onChange('')
    setTyping(true)
  }
  return <Select label={t('Language')} options={options} value={value} error={error} onChange={(event) => choose(event.target.value)} />
}
