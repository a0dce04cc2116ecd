import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { VIEW_CHOICES, type ViewSettings } from '#/lib/analysis/view.ts'
import { MenuGroup } from './menu-group.tsx'
import { settingWords } from './setting-words.ts'

interface SettingsProps {
  settings: ViewSettings
  onSet: (settings: Partial<ViewSettings>) => void
}

/** A button with the value of a setting, and a menu of the others. */
export function SettingMenu({ name, settings, onSet }: SettingsProps & { name: keyof ViewSettings }) {
  const { label, values } = settingWords(name)
  const value = (values as Record<string, string>)[settings[name]] ?? ''
  return (
    <Menu
      align="end"
      label={`${label}: ${value}`}
      trigger={
        <>
          {value}
          <Icon name="down" small />
        </>
      }
    >
      <SettingChoices name={name} settings={settings} onSet={onSet} />
    </Menu>
  )
}

/** The values of a setting as items of a menu, under its name. */
export function SettingChoices({ name, settings, onSet }: SettingsProps & { name: keyof ViewSettings }) {
  const { label, values } = settingWords(name)
  return (
    <MenuGroup label={label}>
      {VIEW_CHOICES[name].map((value) => (
        <MenuChoice key={value} checked={settings[name] === value} onSelect={() => onSet({ [name]: value } as Partial<ViewSettings>)}>
          {(values as Record<string, string>)[value]}
        </MenuChoice>
      ))}
    </MenuGroup>
  )
}

/** The values of a setting beside each other. */
export function SettingSegments({ name, settings, onSet, only }: SettingsProps & { name: keyof ViewSettings; only?: readonly string[] }) {
  const { label, values } = settingWords(name)
  const shown = only ?? VIEW_CHOICES[name]
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {shown.map((value) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control; buttons are reached and pressed as everywhere
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={settings[name] === value}
          onClick={() => onSet({ [name]: value } as Partial<ViewSettings>)}
        >
          {(values as Record<string, string>)[value]}
        </button>
      ))}
    </div>
  )
}
