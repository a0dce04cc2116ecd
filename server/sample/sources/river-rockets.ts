import type { SampleSource } from '../sample-data.ts'

export const riverRockets: SampleSource = {
  file: 'river-rockets',
  kind: 'analysis',
  status: 'in-review',
  read: { dmitri: 1, layla: 0.8 },
  tags: [
    {
      by: 'layla',
      quote: 'a one-way attack drone hit a maintenance building on a coalition base near Hasakah',
      actors: [
        ['Iranian-backed militias', 'source'],
        ['International coalition', 'recipient'],
      ],
      themes: [['Attacks on US forces', 'neutral']],
      memo: 'The sentence does not name the attacker; taken from the next one. Revisit when attribution is coded apart.',
      facts: { status: 'asserted', certainty: 'certain', date: '2023-03-23', place: 'Hasakah', point: [36.5, 40.75], precision: 'near' },
    },
    {
      by: 'maren',
      quote: 'A US contractor was killed; five service members and another contractor were wounded.',
      actors: [['CENTCOM', 'recipient']],
      themes: [['Figures', 'neutral']],
    },
    {
      by: 'dmitri',
      quote: 'The Pentagon assessed the drone to be of Iranian origin',
      actors: [
        ['US Department of Defense', 'source'],
        ['Iran', 'recipient'],
      ],
      themes: [
        ['Iran’s hand', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'struck facilities in eastern Syria used by groups affiliated with the Islamic Revolutionary Guard Corps',
      actors: [
        ['US Department of Defense', 'source'],
        ['IRGC', 'recipient'],
        ['Iranian-backed militias', 'recipient'],
      ],
      themes: [['Self-defence', 'supports']],
    },
    {
      by: 'maren',
      quote: 'the Pentagon counted more than 160 attacks on US forces in Iraq and Syria',
      actors: [
        ['US Department of Defense', 'source'],
        ['CENTCOM', 'recipient'],
      ],
      themes: [
        ['Attacks on US forces', 'neutral'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'probable', date: '2023-10-17/2024-01-31~', reportedBy: ['US Department of Defense'] },
    },
    {
      by: 'layla',
      quote: 'Mission Support Site Euphrates and the neighbouring Conoco gas field\nthe Green Village at the al-Omar oil field',
      actors: [['CENTCOM', 'mentioned']],
      themes: [['Euphrates', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'Three American soldiers died and more than forty people were injured.',
      actors: [['CENTCOM', 'recipient']],
      themes: [
        ['Attacks on US forces', 'neutral'],
        ['Figures', 'neutral'],
      ],
      facts: {
        status: 'asserted',
        certainty: 'certain',
        date: '2024-01-28',
        place: 'Tower 22, Jordan',
        point: [33.31, 38.7],
        precision: 'near',
      },
    },
    {
      by: 'maren',
      quote: 'US Central Command answered with strikes on more than 85 targets in Iraq and Syria',
      actors: [
        ['CENTCOM', 'source'],
        ['Iranian-backed militias', 'recipient'],
      ],
      themes: [['Self-defence', 'supports']],
      facts: { status: 'asserted', certainty: 'certain', date: '2024-02-02' },
    },
    {
      by: 'maren',
      quote: 'Most attacks of that winter were claimed by the Islamic Resistance in Iraq',
      actors: [
        ['Islamic Resistance in Iraq', 'source'],
        ['CENTCOM', 'recipient'],
      ],
      themes: [['Attacks on US forces', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'it was suspending operations against American forces so as not to embarrass the Iraqi government',
      actors: [
        ['Kata’ib Hizballah', 'source'],
        ['CENTCOM', 'recipient'],
      ],
      themes: [
        ['Attacks on US forces', 'opposes'],
        ['Ceasefire', 'supports'],
      ],
      facts: { status: 'planned', certainty: 'possible', date: '2024-01-30' },
    },
    {
      by: 'dmitri',
      quote: 'Iran denied any part in the attack on Tower 22.',
      actors: [['Iran', 'source']],
      themes: [
        ['Accusation or denial', 'opposes'],
        ['Iran’s hand', 'opposes'],
      ],
      facts: { status: 'negated', certainty: 'doubtful', date: '2024-01-28' },
    },
    {
      by: 'layla',
      quote: 'the groups of the resistance do not take orders from Iran and decide by themselves',
      actors: [
        ['Iran', 'source'],
        ['Iranian-backed militias', 'mentioned'],
      ],
      themes: [['Iran’s hand', 'opposes']],
    },
    {
      by: 'layla',
      quote: 'he held Iran responsible in the sense that it supplies the weapons to the people who did it',
      actors: [
        ['United States', 'source'],
        ['Iran', 'recipient'],
      ],
      themes: [
        ['Iran’s hand', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'ISIS had claimed 153 attacks in Iraq and Syria in the first half of the year',
      actors: [
        ['CENTCOM', 'source'],
        ['ISIS', 'recipient'],
      ],
      themes: [
        ['Fight against ISIS', 'supports'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'possible', date: '2024-01/2024-06', reportedBy: ['CENTCOM', 'ISIS'] },
    },
    {
      by: 'maren',
      quote: 'More than 9,000 detained fighters of ISIS are held in over twenty prisons that the Syrian Democratic Forces guard.',
      actors: [
        ['SDF', 'source'],
        ['ISIS', 'recipient'],
      ],
      themes: [
        ['Fight against ISIS', 'supports'],
        ['Figures', 'neutral'],
      ],
    },
    {
      by: 'layla',
      quote: 'an ISIS army in detention',
      actors: [
        ['CENTCOM', 'source'],
        ['ISIS', 'recipient'],
      ],
      themes: [['Fight against ISIS', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'the militias speak of resistance to an occupation, the Pentagon of self-defence',
      actors: [
        ['Iranian-backed militias', 'source'],
        ['US Department of Defense', 'source'],
      ],
      themes: [
        ['Self-defence', 'mixed'],
        ['Sovereignty', 'neutral'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'nobody has used the line to Russia to complain about the militias in public',
      actors: [
        ['United States', 'source'],
        ['Russia', 'recipient'],
        ['Iranian-backed militias', 'mentioned'],
      ],
      themes: [['Deconfliction hotline', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'on 9 August a drone injured eight Americans at Rumalyn in the north-east',
      actors: [['CENTCOM', 'recipient']],
      themes: [
        ['Attacks on US forces', 'neutral'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'certain', date: '2024-08-09', place: 'Rumalyn', point: [36.98, 41.93], precision: 'near' },
    },
  ],
}
