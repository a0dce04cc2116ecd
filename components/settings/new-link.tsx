import { ShownOnce } from '#/components/ui/shown-once.tsx'
import { ROLE_NAMES } from '#/lib/access/member.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'

/** A link that was just made. */
export function NewLink({ link, role }: { link: string; role: MemberRole }) {
  return (
    <ShownOnce
      label={t('Invitation link')}
      hint={t('Send it to one person, who joins as {role}. It is shown only now.', { role: ROLE_NAMES[role].toLowerCase() })}
      value={link}
      words={{
        copy: t('Copy link'),
        copied: t('Link copied'),
        refused: t('The browser did not allow copying. Select the link and copy it yourself.'),
      }}
    />
  )
}
