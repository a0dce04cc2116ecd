'use client'

import { signOut } from 'next-auth/react'
import { useEffect, useState } from 'react'
import { useSettings } from '#/components/account/settings-context.tsx'
import { forgetThisDevice, unsavedChanges } from '#/components/collab/client-of-tab.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { chooseScheme, currentScheme } from '#/components/ui/colour-scheme.ts'
import { forgetDrafts } from '#/components/ui/kept-drafts.ts'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice, MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ColourSchemeChoice } from '#/lib/person/colour-scheme.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'

const SCHEMES = [
  {
    scheme: 'light',
    get label() {
      return t('Light')
    },
    icon: 'sun',
  },
  {
    scheme: 'dark',
    get label() {
      return t('Dark')
    },
    icon: 'moon',
  },
  {
    scheme: 'system',
    get label() {
      return t('As the system')
    },
    icon: 'contrast',
  },
] as const

/** Who I am, how the screen looks, and the way out. */
export function AccountMenu({ user }: { user: { id: string; name: string; email: string } }) {
  const { change } = useSettings()
  const [scheme, setScheme] = useState<ColourSchemeChoice>('system')
  const [unsaved, setUnsaved] = useState<number | null>(null)
  useEffect(() => setScheme(currentScheme()), [])

  const choose = (next: ColourSchemeChoice) => {
    chooseScheme(next)
    setScheme(next)
    void change({ scheme: next })
  }

  const askToLeave = () => {
    const kept = unsavedChanges()
    if (kept > 0) setUnsaved(kept)
    else void leave()
  }

  return (
    <>
      <Menu
        label={t('Account: {user}', { user: user.name })}
        triggerClassName="avatarbtn"
        trigger={<Avatar person={user} decorative />}
        align="end"
      >
        <p className="menu__head">
          <b>{user.name}</b>
          <br />
          <span className="muted">{user.email}</span>
        </p>
        <hr />
        {SCHEMES.map(({ scheme: each, label, icon }) => (
          <MenuChoice key={each} checked={scheme === each} icon={icon} onSelect={() => choose(each)}>
            {label}
          </MenuChoice>
        ))}
        <hr />
        <MenuLink href="/account" icon="person">
          {t('Your account')}
        </MenuLink>
        <MenuItem icon="signout" onSelect={askToLeave}>
          {t('Sign out')}
        </MenuItem>
      </Menu>
      <SignOutDialog unsaved={unsaved} onConfirm={leave} onClose={() => setUnsaved(null)} />
    </>
  )
}

/** Ends the session first: when that fails, nothing on this device is lost. */
async function leave(): Promise<void> {
  try {
    await signOut({ redirect: false })
  } catch {
    showToast(t('You are still signed in: the server did not answer. Try again.'))
    return
  }
  forgetDrafts()
  await forgetThisDevice()
  location.assign('/sign-in')
}
