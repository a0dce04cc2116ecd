import { expect, test } from 'vitest'
import { exportFileName } from './file-name.ts'

const NOW = Date.UTC(2026, 10, 22, 23, 59)

test.each([
  ['Syria desk', 'Syria-desk-excerpts-2026-11-22.csv'],
  ['  Отдел «Восток» / 2 ', 'Отдел-Восток-2-excerpts-2026-11-22.csv'],
  ['../..', 'workspace-excerpts-2026-11-22.csv'],
  ['x'.repeat(200), `${'x'.repeat(60)}-excerpts-2026-11-22.csv`],
  ['a"b\r\nc', 'a-b-c-excerpts-2026-11-22.csv'],
])('the export of "%s" is the file %s', (workspace, name) => {
  expect(exportFileName(workspace, 'excerpts', NOW, 'csv')).toBe(name)
})
