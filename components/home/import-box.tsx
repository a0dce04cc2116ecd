import { ChooseFiles } from '#/components/imports/choose-files.tsx'
import { FILE_KINDS } from '#/components/imports/file-kinds.ts'
import { ImportProject } from '#/components/project-import/import-project.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'

/** Where files are dropped. The whole page takes them too; this says so and offers the ways without a mouse. */
export function ImportBox({ workspaceId, onPaste }: { workspaceId: string; onPaste: () => void }) {
  return (
    <div className="drop">
      <Icon name="upload" />
      <b>{t('Drop files here')}</b>
      <p>
        {t('{filekinds}, or a folder.', { filekinds: FILE_KINDS })}{' '}
        <ChooseFiles workspaceId={workspaceId} className="linkbtn">
          {t('Choose files')}
        </ChooseFiles>{' '}
        {t('or')}{' '}
        <button type="button" className="linkbtn" onClick={onPaste}>
          {t('paste text')}
        </button>
        .
      </p>
      <p>
        {t('Coded elsewhere?')} <ImportProject workspaceId={workspaceId} className="linkbtn" />
      </p>
    </div>
  )
}
