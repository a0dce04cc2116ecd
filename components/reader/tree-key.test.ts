import { expect, test } from 'vitest'
import { makeTheme } from '#/lib/codebook/testing/entries.ts'
import type { CodebookRow } from './codebook-rows.ts'
import { treeKey } from './tree-key.ts'

const row = (name: string, parentId: string | null, expanded: boolean | null): CodebookRow => ({
  item: makeTheme(name, name, { parentId }),
  level: parentId ? 2 : 1,
  expanded,
  dimmed: false,
})
const ROWS = [
  row('Deconfliction', null, true),
  row('Hotline', 'Deconfliction', null),
  row('Politics', null, false),
  row('Envoys', null, null),
]

function ask(
  key: string,
  at: number,
  more: { mod?: boolean; code?: string; spelling?: string; mayManage?: boolean; mayTag?: boolean } = {},
) {
  const { mod = false, code = '', spelling = '', mayManage = true, mayTag = true } = more
  const press = { key, code, ctrlKey: mod, metaKey: false, altKey: false, shiftKey: false, timeStamp: 1_000 }
  const spelled = { text: spelling, at: spelling ? 900 : 0 }
  return treeKey(press, { rows: ROWS, at, spelling: spelled, mayManage, mayTag, filtering: false })
}

test('arrows walk, close and open', () => {
  expect(ask('ArrowDown', 0)).toEqual({ to: 'go', at: 1 })
  expect(ask('ArrowRight', 0)).toEqual({ to: 'go', at: 1 })
  expect(ask('ArrowLeft', 0)).toEqual({ to: 'toggle' })
  expect(ask('ArrowLeft', 1)).toEqual({ to: 'go', at: 0 })
  expect(ask('ArrowRight', 2)).toEqual({ to: 'toggle' })
  expect(ask(' ', 2)).toEqual({ to: 'toggle' })
  expect(ask('End', 0)).toEqual({ to: 'go', at: 3 })
})

test('function keys and cut and paste are for who manages the codebook; memos are for all', () => {
  const asked = (['F2', 'F4', 'F5', 'Delete'] as const).map((key) => ask(key, 1)?.to)
  expect(asked).toEqual(['rename', 'delete', 'colour', 'delete'])
  expect([ask('x', 1, { mod: true })?.to, ask('v', 0, { mod: true })?.to]).toEqual(['cut', 'paste'])
  for (const key of ['F2', 'F4', 'F5', 'Delete']) expect(ask(key, 1, { mayManage: false })).toBeNull()
  expect(ask('x', 1, { mod: true, mayManage: false })).toBeNull()
  expect(ask('F3', 1, { mayManage: false })).toEqual({ to: 'memo' })
})

test('P arms and E hides, on any keyboard, unless a name is being typed', () => {
  expect(ask('p', 0)).toEqual({ to: 'arm' })
  expect(ask('е', 0, { code: 'KeyE' })).toEqual({ to: 'hide' })
  expect(ask('e', 1, { spelling: 'd' })).toEqual({ to: 'go', at: 0 })
  expect(ask('p', 0, { mayTag: false })).toEqual({ to: 'go', at: 2 })
})

test('letters go to the next name that begins with them', () => {
  expect(ask('h', 0)).toEqual({ to: 'go', at: 1 })
  expect(ask('/', 0)).toBeNull()
  expect(ask('f', 0, { mod: true })).toBeNull()
})
