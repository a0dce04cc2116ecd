'use client'

import { chooseScheme } from '#/components/ui/colour-scheme.ts'
import { Select } from '#/components/ui/select.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useHydrated } from '#/components/ui/use-hydrated.ts'
import { t } from '#/lib/message/t.ts'
import type { ColourSchemeChoice } from '#/lib/person/colour-scheme.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#/lib/person/settings.ts'
import { useSettings } from './settings-context.tsx'

const SCHEMES: readonly { scheme: ColourSchemeChoice; label: string }[] = [
  {
    scheme: 'system',
    get label() {
      return t('As the system')
    },
  },
  {
    scheme: 'light',
    get label() {
      return t('Light')
    },
  },
  {
    scheme: 'dark',
    get label() {
      return t('Dark')
    },
  },
]

/** Each in its own words, so that it is found by who reads no other. */
const LANGUAGE_NAMES: Record<InterfaceLanguage, string> = {
  get en() {
    return t('English')
  },
  ru: 'Русский',
  ar: 'العربية',
}

/** Language and theme of the interface, on all devices of the person. */
export function Appearance({ scheme: initialScheme }: { scheme: ColourSchemeChoice }) {
  const { settings, change } = useSettings()
  const isLive = useHydrated()
  const scheme = settings.scheme ?? initialScheme

  const chooseLanguage = async (language: InterfaceLanguage) => {
    // The words come from the server with the page.
    if (await change({ language })) location.reload()
  }
  const choose = async (next: ColourSchemeChoice) => {
    chooseScheme(next)
    if (await change({ scheme: next })) showToast(t('Colours changed on all your devices'))
    else chooseScheme(scheme)
  }
  return (
    <div className="appearance">
      <Select
        label={t('Language of the interface')}
        value={settings.language ?? 'en'}
        disabled={!isLive}
        options={INTERFACE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(event) => chooseLanguage(event.target.value as InterfaceLanguage)}
      />
      <fieldset className="colours">
        <legend>{t('Colours')}</legend>
        <span className="seg">
          {SCHEMES.map(({ scheme: each, label }) => (
            <label key={each} className="seg__item">
              <input type="radio" name="scheme" className="sr" checked={scheme === each} disabled={!isLive} onChange={() => choose(each)} />
              {label}
            </label>
          ))}
        </span>
      </fieldset>
    </div>
  )
}
