'use client'

import { Select } from '#/components/ui/select.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { DESCRIPTION_LIMIT, NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeChange } from '#/lib/codebook/input.ts'
import type { ThemeHue } from '#/lib/codebook/theme-hue.ts'
import { t } from '#/lib/message/t.ts'
import { CommittedField } from './committed-field.tsx'
import { HuePicker } from './hue-picker.tsx'
import { ParentSelect } from './parent-select.tsx'

interface ThemeFieldsProps {
  theme: Theme
  themes: readonly Theme[]
  hues: ReadonlyMap<string, ThemeHue>
  /** Saves; answers what is wrong, if anything. */
  onSave: (change: ThemeChange) => Promise<string | undefined>
  onMove: (parentId: string | null) => void
}

/** The fields of a theme, for those who may change it. */
export function ThemeFields({ theme, themes, hues, onSave, onMove }: ThemeFieldsProps) {
  const above = themes.find(({ id }) => id === theme.parentId)
  const saveOrTell = (change: ThemeChange) =>
    void onSave(change).then((problem) => {
      if (problem) showToast(problem)
    })
  const text = { multiline: true, maxLength: DESCRIPTION_LIMIT }
  return (
    <>
      <CommittedField id="name" label={t('Name')} value={theme.name} maxLength={NAME_LIMIT} onCommit={(name) => onSave({ name })} />
      <CommittedField {...text} label={t('Definition')} value={theme.definition} onCommit={(definition) => onSave({ definition })} />
      <CommittedField
        {...text}
        label={t('Include')}
        hint={t('When to tag with it.')}
        value={theme.include}
        onCommit={(include) => onSave({ include })}
      />
      <CommittedField
        {...text}
        label={t('Not')}
        hint={t('When not to, and what to take instead.')}
        value={theme.exclude}
        onCommit={(exclude) => onSave({ exclude })}
      />
      <CommittedField
        {...text}
        label={t('Examples')}
        hint={t('Passages that show it, one per line.')}
        value={theme.examples.join('\n')}
        onCommit={(examples) => onSave({ examples: examples.split('\n') })}
      />
      <ParentSelect label={t('Under')} entries={themes} id={theme.id} value={theme.parentId} onChange={onMove} />
      {theme.state === 'live' && <KeySelect theme={theme} themes={themes} onChange={(hotkey) => saveOrTell({ hotkey })} />}
      <HuePicker
        value={theme.hue}
        none={above && { label: t('As {above}', { above: above.name }), hue: hues.get(above.id)?.hue }}
        onChange={(hue) => saveOrTell({ hue })}
      />
    </>
  )
}

interface KeySelectProps {
  theme: Theme
  themes: readonly Theme[]
  onChange: (hotkey: number | null) => void
}

/** The digit that tags with the theme. One that another theme has says whose it is, and moves here. */
function KeySelect({ theme, themes, onChange }: KeySelectProps) {
  const label = (key: number): string => {
    const holder = themes.find((other) => other.hotkey === key && other.id !== theme.id)
    return holder ? t('{key}, now {name}', { key, name: holder.name }) : String(key)
  }
  const keys = Array.from({ length: 9 }, (_, index) => index + 1)
  return (
    <Select
      label={t('Key')}
      hint={t('Tags the selected words while reading.')}
      options={[{ value: '', label: t('None of its own') }, ...keys.map((key) => ({ value: String(key), label: label(key) }))]}
      value={String(theme.hotkey ?? '')}
      onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
    />
  )
}
