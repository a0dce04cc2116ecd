import type { SingleCase } from './anchor-case.ts'

const before = 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶The end.'
const at = (sentence: string) => `It began in spring.¶${sentence}¶Nobody answered.¶The end.`

/** Words typed, replaced and deleted, and the steps taken back. */
export const typing: readonly SingleCase[] = [
  {
    name: 'words typed inside',
    before,
    steps: [{ caret: 'said| the' }, { type: ' now' }],
    after: at('On Monday ⟦Russia said now the talks⟧ had failed.'),
  },
  {
    name: 'words typed at its start',
    before,
    steps: [{ caret: 'Monday |Russia' }, { type: 'when ' }],
    after: at('On Monday when ⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'words typed at its end',
    before,
    steps: [{ caret: 'talks| had' }, { type: ' again' }],
    after: at('On Monday ⟦Russia said the talks⟧ again had failed.'),
  },
  {
    name: 'words typed elsewhere',
    before,
    steps: [{ caret: 'Nobody| answered' }, { type: ' has' }],
    after: 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody has answered.¶The end.',
  },
  {
    name: 'its first word replaced',
    before,
    steps: [{ select: 'Russia' }, { type: 'Moscow' }],
    after: at('On Monday ⟦Moscow said the talks⟧ had failed.'),
  },
  {
    name: 'a word inside replaced',
    before,
    steps: [{ select: 'said' }, { type: 'wrote' }],
    after: at('On Monday ⟦Russia wrote the talks⟧ had failed.'),
  },
  {
    name: 'its last word replaced',
    before,
    steps: [{ select: 'talks' }, { type: 'round' }],
    after: at('On Monday ⟦Russia said the round⟧ had failed.'),
  },
  {
    name: 'its last word taken back key by key and typed anew',
    before,
    steps: [{ caret: 'talks| had' }, { press: 'Backspace', times: 5 }, { type: 'round' }],
    after: at('On Monday ⟦Russia said the round⟧ had failed.'),
  },
  {
    name: 'its last word replaced, and the new one too',
    before,
    steps: [{ select: 'talks' }, { type: 'meeting' }, { select: 'meeting' }, { type: 'round' }],
    after: at('On Monday ⟦Russia said the round⟧ had failed.'),
  },
  {
    name: 'all of it replaced',
    before,
    steps: [{ select: 'Russia said the talks' }, { type: 'Kyiv denied it' }],
    after: at('On Monday ⟦Kyiv denied it⟧ had failed.'),
  },
  {
    name: 'all of it replaced by words of another program',
    before,
    steps: [{ select: 'Russia said the talks' }, { paste: 'Kyiv denied it' }],
    after: at('On Monday ⟦Kyiv denied it⟧ had failed.'),
  },
  {
    name: 'replaced across its start',
    before,
    steps: [{ select: 'Monday Russia' }, { type: 'Tuesday Kyiv' }],
    after: at('On Tuesday Kyiv⟦ said the talks⟧ had failed.'),
  },
  {
    name: 'replaced across its end',
    before,
    steps: [{ select: 'talks had' }, { type: 'round' }],
    after: at('On Monday ⟦Russia said the ⟧round failed.'),
  },
  {
    name: 'replaced with more than it',
    before,
    steps: [{ select: 'Monday Russia said the talks had' }, { type: 'that day nothing' }],
    after: at('On that day nothing⟦⟧ failed.'),
  },
  {
    name: 'its first words deleted',
    before,
    steps: [{ select: 'Russia said ' }, { press: 'Delete' }],
    after: at('On Monday ⟦the talks⟧ had failed.'),
  },
  {
    name: 'words inside deleted',
    before,
    steps: [{ select: 'said ' }, { press: 'Backspace' }],
    after: at('On Monday ⟦Russia the talks⟧ had failed.'),
  },
  {
    name: 'its last words deleted with some after it',
    before,
    steps: [{ select: ' the talks had' }, { press: 'Delete' }],
    after: at('On Monday ⟦Russia said⟧ failed.'),
  },
  {
    name: 'all of it deleted',
    before,
    steps: [{ select: 'Russia said the talks ' }, { press: 'Delete' }],
    after: at('On Monday ⟦⟧had failed.'),
  },
  {
    name: 'all of it deleted key by key',
    before,
    steps: [{ caret: 'talks| had' }, { press: 'Backspace', times: 21 }],
    after: at('On Monday ⟦⟧ had failed.'),
  },
  {
    name: 'its paragraph deleted',
    before,
    steps: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Delete' }],
    after: 'It began in spring.¶⟦⟧Nobody answered.¶The end.',
  },
  {
    name: 'all of it deleted, undone',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Delete' }, { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'all of it deleted, undone when the others had seen it',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Delete' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'all of it deleted, undone, redone',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Delete' }, { press: 'Mod-z' }, { press: 'Mod-Shift-z' }],
    after: at('On Monday ⟦⟧ had failed.'),
  },
  {
    name: 'all of it deleted, undone, redone, undone',
    before,
    steps: [
      { select: 'Russia said the talks' },
      { press: 'Delete' },
      { press: 'Mod-z' },
      'meet',
      { press: 'Mod-Shift-z' },
      { press: 'Mod-z' },
    ],
    after: before,
  },
  {
    name: 'a part deleted, undone',
    before,
    steps: [{ select: 'said the talks had' }, { press: 'Delete' }, { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'its paragraph deleted, undone when the others had seen it',
    before,
    steps: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Delete' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'words typed inside, undone, redone',
    before,
    steps: [{ caret: 'said| the' }, { type: ' now' }, { press: 'Mod-z' }, { press: 'Mod-Shift-z' }],
    after: at('On Monday ⟦Russia said now the talks⟧ had failed.'),
  },
  {
    name: 'all of it replaced, undone',
    before,
    steps: [{ select: 'Russia said the talks' }, { type: 'Kyiv denied it' }, { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'its last word replaced, undone, redone',
    before,
    steps: [{ select: 'talks' }, { type: 'round' }, { press: 'Mod-z' }, 'meet', { press: 'Mod-Shift-z' }],
    after: at('On Monday ⟦Russia said the round⟧ had failed.'),
  },
]
