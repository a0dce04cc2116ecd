import { type FormEvent, useId, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { QUERY_NAME_LIMIT, type SavedQuery } from '#/lib/query/saved-query.ts'
import { saveQuery, updateSavedQuery } from '#/server/actions/saved-queries.ts'

interface SaveQueryDialogProps {
  workspaceId: string
  address: string
  /** The saved query that is changed; null: a new one. */
  changes: SavedQuery | null
  canShare: boolean
  onClose: () => void
  onSaved: () => void
}

/** Asks for a name for a query, and who is to see it. */
export function SaveQueryDialog({ workspaceId, address, changes, canShare, onClose, onSaved }: SaveQueryDialogProps) {
  const formId = useId()
  const [name, setName] = useState(changes?.name ?? '')
  const [isShared, setShared] = useState(changes?.isShared ?? false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const query = { name, address, isShared }
    const result = await attempt(changes ? updateSavedQuery(workspaceId, changes.id, query) : saveQuery(workspaceId, query))
    setBusy(false)
    if (!result.ok) return setProblem(result.reason)
    showToast(isShared ? t('Saved for everybody in the workspace') : t('Saved for you'))
    onSaved()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form={formId} busy={isBusy}>
        {t('Save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={changes ? t('Rename the query') : t('Save this query')} foot={foot}>
      <form id={formId} className="stack" onSubmit={save}>
        <TextInput
          label={t('Name of the query')}
          hint={t('It asks anew each time: what is tagged later is found too.')}
          error={problem}
          value={name}
          maxLength={QUERY_NAME_LIMIT}
          onChange={(event) => {
            setName(event.target.value)
            setProblem(undefined)
          }}
        />
        {canShare && (
          <label className="checkline">
            <input type="checkbox" className="check" checked={isShared} onChange={() => setShared(!isShared)} />{' '}
            {t('Everybody in the workspace sees it')}
          </label>
        )}
      </form>
    </Dialog>
  )
}
