import '#/components/workspace/workspace.css'
import Link from 'next/link'
import { Mark } from '#/components/ui/mark.tsx'
import { AccountMenu } from '#/components/workspace/account-menu.tsx'
import { t } from '#/lib/message/t.ts'

/** The bar over pages that belong to a person and to no workspace. */
export function AccountBar({ user }: { user: { id: string; name: string; email: string } }) {
  return (
    <>
      <a className="skip" href="#main">
        {t('Skip to content')}
      </a>
      <header className="topbar">
        <Link className="mark" href="/" aria-label={t('Interline home')}>
          <Mark />
          <span className="hide-small">{t('Interline')}</span>
        </Link>
        <Link className="btn btn--quiet" href="/">
          {t('Workspaces')}
        </Link>
        <span className="grow" />
        <AccountMenu user={user} />
      </header>
    </>
  )
}
