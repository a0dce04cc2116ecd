import type { SampleSource } from '../sample-data.ts'

export const resolution2254: SampleSource = {
  file: 'resolution-2254',
  kind: 'resolution summary',
  status: 'done',
  read: { maren: 1 },
  tags: [
    {
      by: 'maren',
      quote: 'the Security Council adopted resolution 2254 (2015) by a unanimous vote',
      actors: [['Security Council', 'source']],
      themes: [['Resolution 2254', 'supports']],
      facts: { status: 'asserted', certainty: 'certain', date: '2015-12-18', place: 'New York' },
    },
    {
      by: 'maren',
      quote:
        'the Vienna statements of the International Syria Support Group as the basis of a Syrian-led and Syrian-owned political transition',
      actors: [
        ['Security Council', 'source'],
        ['International Syria Support Group', 'mentioned'],
      ],
      themes: [['Transition and elections', 'supports']],
    },
    {
      by: 'layla',
      quote: 'the Syrian people will decide the future of Syria',
      actors: [
        ['Security Council', 'source'],
        ['Civilians', 'mentioned'],
      ],
      themes: [
        ['Sovereignty', 'supports'],
        ['Transition and elections', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'to convene representatives of the Syrian government and the opposition for formal negotiations on an urgent basis',
      actors: [
        ['Security Council', 'source'],
        ['UN Special Envoy', 'recipient'],
        ['Syrian government', 'recipient'],
        ['Syrian opposition', 'recipient'],
      ],
      themes: [['Transition and elections', 'supports']],
      facts: { status: 'planned', date: '2016-01~' },
    },
    {
      by: 'maren',
      quote:
        'within six months, credible, inclusive and non-sectarian governance;\na schedule and a process for drafting a new constitution;',
      actors: [['Security Council', 'source']],
      themes: [['Transition and elections', 'supports']],
    },
    {
      by: 'layla',
      quote: 'free and fair elections within 18 months, held under supervision of the United Nations',
      actors: [
        ['Security Council', 'source'],
        ['United Nations', 'mentioned'],
      ],
      themes: [
        ['Transition and elections', 'supports'],
        ['Resolution 2254', 'supports'],
      ],
      facts: { status: 'planned', date: '2017~' },
    },
    {
      by: 'dmitri',
      quote:
        'A nationwide ceasefire is to begin as soon as representatives of the government and the opposition have taken the first steps',
      actors: [
        ['Security Council', 'source'],
        ['Syrian government', 'recipient'],
        ['Syrian opposition', 'recipient'],
      ],
      themes: [['Ceasefire', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'The ceasefire does not apply to offensive or defensive actions against ISIL, the Nusra Front and other groups',
      actors: [
        ['Security Council', 'source'],
        ['ISIS', 'recipient'],
        ['HTS', 'recipient'],
      ],
      themes: [
        ['Ceasefire', 'mixed'],
        ['Terrorist designation', 'supports'],
      ],
      memo: 'The Nusra Front is the predecessor of HTS; tagged as HTS.',
    },
    {
      by: 'layla',
      quote: 'What counts as a terrorist group was left open at the edges.',
      themes: [['Terrorist designation', 'neutral']],
    },
    { by: 'dmitri', quote: 'Every later argument about Idlib begins here.', themes: [['Idlib', 'neutral']] },
    {
      by: 'maren',
      quote: 'rapid, safe and unhindered access throughout Syria by the most direct routes',
      actors: [
        ['Security Council', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Humanitarian access', 'supports'],
        ['Resolution 2254', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'Arbitrarily detained persons are to be released, women and children in particular',
      actors: [
        ['Security Council', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [['Protection of civilians', 'supports']],
    },
    {
      by: 'layla',
      quote:
        'all parties at once stop attacks against civilians and civilian objects, including attacks on medical facilities and personnel',
      actors: [
        ['Security Council', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [['Protection of civilians', 'supports']],
    },
    {
      by: 'layla',
      quote: 'the safe and voluntary return of refugees and internally displaced persons',
      actors: [
        ['Security Council', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [['Displacement', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'The resolution names no person and says nothing about the future of the president.',
      actors: [['Syrian government', 'mentioned']],
      themes: [['Transition and elections', 'neutral']],
    },
    {
      by: 'maren',
      quote: 'The elections foreseen for 2017 did not take place in the form described',
      themes: [['Transition and elections', 'neutral']],
      memo: 'A judgement of the digest, not of the Council.',
      facts: { status: 'negated', certainty: 'certain', date: '2017' },
    },
    {
      by: 'layla',
      quote: 'the text is still the reference that the United States, Russia, Iran and Turkey all cite',
      actors: [
        ['United States', 'source'],
        ['Russia', 'source'],
        ['Iran', 'source'],
        ['Turkey', 'source'],
      ],
      themes: [['Resolution 2254', 'supports']],
    },
  ],
}
