import { expect, test } from 'vitest'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { writtenCopy } from './written-copy.ts'

test('title, paragraphs and statements, with what was noted', () => {
  const copy = writtenCopy('The line', `First.\nSecond${LINE_BREAK}line.`, [
    { quote: 'First.\nSecond', says: 'Hotline, supports', by: 'Maren', memos: [{ by: 'Tomas', text: 'Check the date.' }] },
    { quote: 'line', says: 'United States, source', by: 'Tomas', memos: [] },
  ])
  expect(copy.split(`\n\n${'-'.repeat(72)}\n\n`)).toEqual([
    'The line',
    'First.\n\nSecond\n\nline.',
    'Statements\n\n“First. Second”\nHotline, supports (Maren)\nMemo of Tomas: Check the date.\n\n“line”\nUnited States, source (Tomas)\n',
  ])
})

test('without statements there is no list of them', () => {
  expect(writtenCopy('A', 'B', [])).not.toContain('Statements')
})
