import { expect, test } from 'vitest'
import { type Trouble, troubleText } from './trouble.ts'

test.each<[Trouble, number, boolean, string]>([
  [{ cause: 'outdated' }, 3, true, 'Interline was updated. Reload to go on. Your 3 unsaved changes are kept on this device.'],
  [
    { cause: 'outdated' },
    1,
    false,
    'Interline was updated. Reload to go on. Your 1 unsaved change will be lost when this window is closed.',
  ],
  [{ cause: 'outdated' }, 0, true, 'Interline was updated. Reload to go on.'],
  [
    { cause: 'restored', restoredFrom: new Date(2026, 2, 14, 9).getTime() },
    2,
    true,
    'Interline was restored from a backup of 14 March 2026 at 09:00. Your 2 unsaved changes belong to the time before and cannot be merged. Download them to keep the words.',
  ],
  [{ cause: 'restored', restoredFrom: null }, 0, true, 'Interline was restored from a backup. Reload to go on.'],
  [
    { cause: 'signed-out' },
    1,
    true,
    'You are signed out. Your 1 unsaved change is kept on this device. It is sent when you sign in again.',
  ],
  [
    { cause: 'refused', reason: 'Your role allows no changes here.' },
    2,
    true,
    'Your role allows no changes here. The server did not take a change. Your 2 unsaved changes are kept on this device.',
  ],
  [
    { cause: 'denied' },
    1,
    true,
    'A document was deleted, or is closed to you now. Your 1 unsaved change is kept on this device. Download it to keep the words.',
  ],
])('%j with %i changes, stored: %s', (trouble, kept, isStored, text) => {
  expect(troubleText(trouble, kept, isStored)).toBe(text)
})
