import type { SingleCase } from './anchor-case.ts'

/** Characters made of several, and text that runs from right to left. No passage ends inside a character. */
export const letters: readonly SingleCase[] = [
  {
    name: 'a family of emoji typed inside',
    before: 'On Monday ⟦Russia said the talks⟧ had failed.',
    steps: [{ caret: 'said |the' }, { type: '👨‍👩‍👧‍👦' }],
    after: 'On Monday ⟦Russia said 👨‍👩‍👧‍👦the talks⟧ had failed.',
  },
  {
    name: 'a family of emoji inside deleted',
    before: 'On Monday ⟦Russia 👨‍👩‍👧‍👦 talks⟧ had failed.',
    steps: [{ caret: '|👨‍👩‍👧‍👦' }, { press: 'Delete' }],
    after: 'On Monday ⟦Russia  talks⟧ had failed.',
  },
  {
    name: 'emoji typed at both edges of a passage of emoji',
    before: 'On Monday ⟦👍🏽👨‍👩‍👧⟧ had failed.',
    steps: [{ caret: 'Monday |' + '👍🏽' }, { type: '😀' }, { caret: '👨‍👩‍👧| had' }, { type: '👩‍🚀' }],
    after: 'On Monday 😀⟦👍🏽👨‍👩‍👧⟧👩‍🚀 had failed.',
  },
  {
    name: 'a flag typed after a flag that ends it',
    before: 'On Monday ⟦Russia 🇷🇺⟧ had failed.',
    steps: [{ caret: '🇷🇺| had' }, { type: '🇺🇦' }],
    after: 'On Monday ⟦Russia 🇷🇺⟧🇺🇦 had failed.',
  },
  {
    name: 'half a flag typed before a flag that begins it: the letters pair anew',
    before: 'On Monday ⟦🇷🇺 said⟧ no.',
    steps: [{ caret: 'Monday |' + '🇷🇺' }, { type: '🇺' }],
    after: 'On Monday ⟦🇺🇷🇺 said⟧ no.',
  },
  {
    name: 'two halves of a flag brought together at its end',
    before: 'On Monday ⟦Russia 🇷⟧ 🇺 had failed.',
    steps: [{ caret: '🇷 |🇺' }, { press: 'Backspace' }],
    after: 'On Monday ⟦Russia 🇷🇺⟧ had failed.',
  },
  {
    name: 'emoji joined to one at its end',
    before: 'On Monday ⟦Russia 👩⟧🚀 had failed.',
    steps: [{ caret: '👩|🚀' }, { type: '\u200d' }],
    after: 'On Monday ⟦Russia 👩‍🚀⟧ had failed.',
  },
  {
    name: 'a skin tone given to an emoji at its end',
    before: 'On Monday ⟦Russia 👍⟧ had failed.',
    steps: [{ caret: '👍| had' }, { type: '🏽' }],
    after: 'On Monday ⟦Russia 👍🏽⟧ had failed.',
  },
  {
    name: 'an accent put on its last letter',
    before: 'On Monday ⟦the cafe⟧ had closed.',
    steps: [{ caret: 'cafe| had' }, { type: '\u0301' }],
    after: 'On Monday ⟦the cafe\u0301⟧ had closed.',
  },
  {
    name: 'an accent put on its first letter',
    before: 'On Monday ⟦Evian closed⟧ early.',
    steps: [{ caret: 'E|vian' }, { type: '\u0301' }],
    after: 'On Monday ⟦E\u0301vian closed⟧ early.',
  },
  {
    name: 'an accent put on the letter before it',
    before: 'On Monday cafe⟦s closed⟧ early.',
    steps: [{ caret: 'cafe|s' }, { type: '\u0301' }],
    after: 'On Monday cafe\u0301⟦s closed⟧ early.',
  },
  {
    name: 'its last letter, with an accent, replaced',
    before: 'On Monday ⟦the cafe\u0301⟧ had closed.',
    steps: [{ select: 'e\u0301' }, { type: 'o\u0308' }],
    after: 'On Monday ⟦the cafo\u0308⟧ had closed.',
  },
  {
    name: 'a statement put on a part of a character takes all of it',
    before: 'On Monday the cafe\u0301 had closed.',
    steps: [{ tag: 'cafe' }],
    after: 'On Monday the ⟦cafe\u0301⟧ had closed.',
  },
  {
    name: 'a statement put on a part of a family takes all of it',
    before: 'On Monday 👨‍👩‍👧‍👦 had left.',
    steps: [{ tag: '👧' }],
    after: 'On Monday ⟦👨‍👩‍👧‍👦⟧ had left.',
  },
  {
    name: 'words typed inside Arabic',
    before: 'في يوم الاثنين ⟦قالت موسكو إن المحادثات⟧ فشلت.',
    steps: [{ caret: 'موسكو| إن' }, { type: ' أمس' }],
    after: 'في يوم الاثنين ⟦قالت موسكو أمس إن المحادثات⟧ فشلت.',
  },
  {
    name: 'Latin words inside Arabic, typed at both edges',
    before: 'قالت ⟦وزارة الدفاع MoD إن الخط⟧ مفتوح.',
    steps: [
      { caret: 'قالت |وزارة' },
      { type: 'أمس ' },
      { caret: 'MoD| إن' },
      { type: ' UK' },
      { caret: 'الخط| مفتوح' },
      { type: ' الساخن' },
    ],
    after: 'قالت أمس ⟦وزارة الدفاع MoD UK إن الخط⟧ الساخن مفتوح.',
  },
  {
    name: 'a passage of Latin words in Arabic that ends with them',
    before: 'قالت وزارة ⟦الدفاع MoD⟧ إن الخط مفتوح.',
    steps: [{ caret: 'MoD| إن' }, { type: ' (UK)' }, { select: 'MoD' }, { type: 'NATO' }],
    after: 'قالت وزارة ⟦الدفاع NATO⟧ (UK) إن الخط مفتوح.',
  },
  {
    name: 'a vowel mark put on its last Arabic letter',
    before: 'في يوم ⟦قالت موسكو⟧ لا.',
    steps: [{ caret: 'موسكو| لا' }, { type: '\u064f' }],
    after: 'في يوم ⟦قالت موسكو\u064f⟧ لا.',
  },
  {
    name: 'Hebrew with Latin inside, split and joined',
    before: 'ביום שני ⟦אמרה רוסיה OSCE כי השיחות⟧ נכשלו.',
    steps: [{ caret: 'OSCE |כי' }, { press: 'Enter' }, 'meet', { caret: '|כי' }, { press: 'Backspace' }],
    after: 'ביום שני ⟦אמרה רוסיה OSCE כי השיחות⟧ נכשלו.',
  },
  {
    name: 'Hebrew moved by cut and paste',
    before: 'ביום שני ⟦אמרה רוסיה⟧ לא.¶איש לא ענה.',
    steps: [{ select: 'אמרה רוסיה' }, { press: 'Mod-x' }, { caret: 'איש |לא ענה' }, { press: 'Mod-v' }],
    after: 'ביום שני  לא.¶איש ⟦אמרה רוסיה⟧לא ענה.',
  },
]
