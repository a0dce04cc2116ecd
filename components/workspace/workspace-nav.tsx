'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuLink } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'
import { PLACES, placePath } from './places.ts'

/** Where one can go in a workspace: tabs in the bar, on a phone one menu. */
export function WorkspaceNav({ workspaceId }: { workspaceId: string }) {
  const path = usePathname()
  const places = PLACES.map((place) => {
    const href = placePath(workspaceId, place)
    const here = path.split('/')[3] ?? ''
    const inside = place.segment === here || place.within?.includes(here)
    return { ...place, href, current: path === href ? ('page' as const) : inside && ('true' as const) }
  })
  return (
    <>
      <nav className="nav" aria-label={t('Workspace')}>
        {places.map((place) => (
          <Link key={place.segment} className="tab" href={place.href} aria-current={place.current || undefined}>
            {place.label}
          </Link>
        ))}
      </nav>
      <span className="only-small">
        <Menu label={t('Pages')} triggerClassName="ibtn" trigger={<Icon name="menu" />} align="end">
          {places.map((place) => (
            <MenuLink key={place.segment} href={place.href} current={place.current === 'page'}>
              {place.label}
            </MenuLink>
          ))}
        </Menu>
      </span>
    </>
  )
}
