import { ShownOnce } from '#/components/ui/shown-once.tsx'
import { t } from '#/lib/message/t.ts'

/** A token that was just made. */
export function NewToken({ token }: { token: string }) {
  return (
    <ShownOnce
      label={t('New token')}
      hint={t('Copy it now: it is shown only once. Whoever has it can do what it is good for, in your name.')}
      value={token}
      words={{
        copy: t('Copy token'),
        copied: t('Token copied'),
        refused: t('The browser did not allow copying. Select the token and copy it yourself.'),
      }}
    />
  )
}
