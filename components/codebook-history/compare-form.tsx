import Form from 'next/form'
import { Button } from '#/components/ui/button.tsx'
import { Select } from '#/components/ui/select.tsx'
import type { CodebookHistory } from '#/lib/codebook/history.ts'
import { t } from '#/lib/message/t.ts'
import { historyPath } from './history-place.ts'

interface CompareFormProps {
  workspaceId: string
  history: Pick<CodebookHistory, 'version' | 'named'>
  compare: { from: number; to: number } | null
}

/** Chooses two versions: the beginning, named ones, now, and those that are being compared. */
export function CompareForm({ workspaceId, history: { version, named }, compare }: CompareFormProps) {
  const names = new Map(named.map((each) => [each.version, each.name]))
  const versions = [...new Set([version, ...names.keys(), ...(compare ? [compare.from, compare.to] : []), 0])].sort((a, b) => b - a)
  const options = versions.map((each) => ({ value: String(each), label: versionWords(each, version, names.get(each)) }))
  const from = compare?.from ?? named.find((each) => each.version < version)?.version ?? 0
  return (
    <Form
      key={`${compare?.from} ${compare?.to} ${version}`}
      className="historyform"
      action={historyPath(workspaceId)}
      aria-label={t('Compare two versions')}
    >
      <Select label={t('From')} name="from" defaultValue={String(from)} options={options} />
      <Select label={t('To')} name="to" defaultValue={String(compare?.to ?? version)} options={options} />
      <Button icon="history" type="submit">
        {t('Compare')}
      </Button>
    </Form>
  )
}

/** "Version 12, “Before the merge”", "Now, version 41", "The beginning" */
export function versionWords(version: number, present: number, name: string | undefined): string {
  const number =
    version === 0
      ? t('The beginning')
      : version === present
        ? t('Now, version {version}', { version })
        : t('Version {version}', { version })
  return name ? `${number}, “${name}”` : number
}
