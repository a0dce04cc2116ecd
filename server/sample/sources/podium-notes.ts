import type { SampleSource } from '../sample-data.ts'

export const podiumNotes: SampleSource = {
  file: 'podium-notes',
  kind: 'briefing',
  status: 'in-progress',
  read: { dmitri: 0.6 },
  tags: [
    {
      by: 'layla',
      quote: 'the United States is in no way involved in the operations around Aleppo',
      actors: [
        ['Pat Ryder', 'source'],
        ['United States', 'mentioned'],
      ],
      themes: [
        ['HTS offensive', 'neutral'],
        ['Accusation or denial', 'opposes'],
      ],
    },
    {
      by: 'layla',
      quote: 'led by Hay’at Tahrir al-Sham, a designated terrorist organization',
      actors: [
        ['Pat Ryder', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [['Terrorist designation', 'supports']],
    },
    {
      by: 'maren',
      quote: 'It urges all sides to de-escalate and to protect civilians, members of minority groups among them.',
      actors: [
        ['US Department of Defense', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Protection of civilians', 'supports'],
        ['Ceasefire', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'HTS remains designated, and he had no change of policy to announce.',
      actors: [
        ['Pat Ryder', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [['Terrorist designation', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'US forces near the Euphrates have come under rocket and mortar fire in recent days.',
      actors: [['CENTCOM', 'recipient']],
      themes: [
        ['Attacks on US forces', 'neutral'],
        ['Euphrates', 'neutral'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'Threats in the area come from Iranian-backed militias as well as from forces of the Syrian government',
      actors: [
        ['Pat Ryder', 'source'],
        ['Iranian-backed militias', 'recipient'],
        ['Syrian army', 'recipient'],
      ],
      themes: [['Attacks on US forces', 'opposes']],
    },
    {
      by: 'layla',
      quote: 'US Central Command is still assessing who was responsible.',
      actors: [['CENTCOM', 'source']],
      themes: [['Accusation or denial', 'neutral']],
    },
    { by: 'layla', quote: 'US forces will defend themselves', actors: [['CENTCOM', 'source']], themes: [['Self-defence', 'supports']] },
    {
      by: 'maren',
      quote: 'About 900, he said.',
      actors: [['Pat Ryder', 'source']],
      themes: [['Figures', 'neutral']],
      memo: 'Corrected on 19 December to about 2,000: see the note at the end of this section. Cite both.',
    },
    {
      by: 'maren',
      quote: 'the number was about 2,000, and that the additional troops were temporary rotational forces',
      actors: [['Pat Ryder', 'source']],
      themes: [['Figures', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'to support the lasting defeat of ISIS together with the Syrian Democratic Forces',
      actors: [
        ['US Department of Defense', 'source'],
        ['ISIS', 'recipient'],
        ['SDF', 'mentioned'],
      ],
      themes: [['Fight against ISIS', 'supports']],
    },
    {
      by: 'layla',
      quote: 'The line exists because both militaries operate in close proximity, and it helps to prevent misunderstandings.',
      actors: [
        ['Pat Ryder', 'source'],
        ['Russia', 'mentioned'],
      ],
      themes: [['Deconfliction hotline', 'supports']],
    },
    {
      by: 'maren',
      quote: 'He would not go into what had been passed on it.',
      actors: [['Pat Ryder', 'source']],
      themes: [['Secrecy', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'the channel serves the safety of its forces and that operations are not coordinated with Russia',
      actors: [
        ['US Department of Defense', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'mixed']],
    },
    {
      by: 'dmitri',
      quote:
        'the refusal of the Assad government to engage in the process laid out in resolution 2254, and its reliance on Russia and Iran',
      actors: [
        ['US National Security Council', 'source'],
        ['Syrian government', 'recipient'],
        ['Russia', 'mentioned'],
        ['Iran', 'mentioned'],
      ],
      themes: [
        ['Resolution 2254', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'for the protection of civilians and infrastructure, and for humanitarian access without disruption',
      actors: [
        ['United States', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Protection of civilians', 'supports'],
        ['Humanitarian access', 'supports'],
      ],
    },
    {
      by: 'layla',
      quote: 'must be led by Syrians and in line with resolution 2254',
      actors: [['United States', 'source']],
      themes: [['Resolution 2254', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'The Syrian government accuses Western states and their regional allies of supporting terrorist groups',
      actors: [
        ['Syrian government', 'source'],
        ['United States', 'recipient'],
        ['Turkey', 'recipient'],
      ],
      themes: [
        ['Accusation or denial', 'supports'],
        ['HTS offensive', 'opposes'],
      ],
      memo: 'Turkey is not named; “regional allies” read in context.',
    },
  ],
}
