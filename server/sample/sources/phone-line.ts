import type { SampleSource } from '../sample-data.ts'

export const phoneLine: SampleSource = {
  file: 'phone-line',
  kind: 'article',
  status: 'in-progress',
  read: { layla: 0.9, maren: 0.45 },
  tags: [
    {
      by: 'layla',
      quote: 'officers of the United States and Russia have made the same kind of call',
      actors: [
        ['United States', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'neutral']],
    },
    {
      by: 'layla',
      quote:
        'the Pentagon press secretary, Major General Pat Ryder, confirmed that a line to the Russian military is there to prevent miscalculation',
      actors: [
        ['Pat Ryder', 'source'],
        ['Russia', 'mentioned'],
      ],
      themes: [['Deconfliction hotline', 'supports']],
      memo: 'Same statement in the podium notes; keep both, the outlets differ.',
    },
    {
      by: 'maren',
      quote: 'He did not say what had been discussed on it.',
      actors: [['Pat Ryder', 'source']],
      themes: [['Secrecy', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'the US Department of Defense and the Russian Ministry of Defence signed a memorandum of understanding on flight safety',
      actors: [
        ['US Department of Defense', 'source'],
        ['Russian MoD', 'source'],
      ],
      themes: [['Flight safety memorandum', 'supports']],
    },
    {
      by: 'maren',
      quote: 'The Pentagon said at the time that Russia had asked for this; in Moscow the same wish was ascribed to the American side.',
      actors: [
        ['US Department of Defense', 'source'],
        ['Russia', 'source'],
      ],
      themes: [
        ['Secrecy', 'mixed'],
        ['Accusation or denial', 'neutral'],
      ],
      memo: 'Compare the Russian article on the memorandum: same contradiction, told from the other end.',
    },
    {
      by: 'maren',
      quote: 'no zones of cooperation, no sharing of intelligence, no target information',
      actors: [
        ['US Department of Defense', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Flight safety memorandum', 'opposes']],
      memo: 'Opposes cooperation beyond safety, not the memorandum as such. Discuss.',
    },
    {
      by: 'layla',
      quote: 'It was written for pilots, not for diplomats',
      actors: [['Colin Averill', 'source']],
      themes: [['Flight safety memorandum', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'Russian forces had been notified over the line before the missiles struck.',
      actors: [
        ['United States', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'Moscow called the strike an act of aggression against a sovereign state and announced that it was suspending the memorandum.',
      actors: [
        ['Russia', 'source'],
        ['United States', 'recipient'],
      ],
      themes: [
        ['Flight safety memorandum', 'opposes'],
        ['Sovereignty', 'supports'],
      ],
    },
    {
      by: 'layla',
      quote: 'a US Navy fighter shot down a Syrian Su-22 that had dropped bombs near fighters of the Syrian Democratic Forces',
      actors: [
        ['CENTCOM', 'source'],
        ['Syrian army', 'recipient'],
        ['SDF', 'mentioned'],
      ],
      themes: [['Encounters in the air', 'neutral']],
    },
    {
      by: 'dmitri',
      quote: 'the Russian Ministry of Defence said that it had stopped using the channel',
      actors: [
        ['Russian MoD', 'source'],
        ['United States', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'opposes']],
    },
    {
      by: 'layla',
      quote: 'it would track aircraft of the coalition found west of the Euphrates as air targets',
      actors: [
        ['Russian MoD', 'source'],
        ['International coalition', 'recipient'],
      ],
      themes: [
        ['Encounters in the air', 'opposes'],
        ['Euphrates', 'neutral'],
      ],
    },
    {
      by: 'dmitri',
      quote:
        'the Russian Ministry of Defence said that it had stopped using the channel, and that it would track aircraft of the coalition found west of the Euphrates as air targets. General Joseph Dunford, then chairman of the US Joint Chiefs of Staff, said that the two sides would work to restore the line.',
      actors: [
        ['Russian MoD', 'source'],
        ['Joseph Dunford', 'source'],
      ],
      themes: [['Deconfliction hotline', 'mixed']],
    },
    {
      by: 'maren',
      quote: 'American officers spoke to their Russian counterparts before, during and after the strikes that followed.',
      actors: [
        ['CENTCOM', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'supports']],
    },
    {
      by: 'maren',
      quote: 'the Russian high command assured them that the attackers were not its people',
      actors: [
        ['Russian MoD', 'source'],
        ['US Department of Defense', 'recipient'],
      ],
      themes: [['Accusation or denial', 'opposes']],
    },
    {
      by: 'layla',
      quote: 'It can tell you who is not in the column. It cannot turn the column round.',
      actors: [['Colin Averill', 'source']],
      themes: [['Deconfliction hotline', 'mixed']],
    },
    {
      by: 'maren',
      quote: 'The targets, General Dunford said, were not shared with Russia in advance.',
      actors: [
        ['Joseph Dunford', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Secrecy', 'supports']],
    },
    {
      by: 'layla',
      quote: 'Washington said it had told Moscow that its aircraft would be in the area, but not why',
      actors: [
        ['United States', 'source'],
        ['Russia', 'recipient'],
        ['ISIS', 'mentioned'],
      ],
      themes: [
        ['Deconfliction hotline', 'supports'],
        ['Secrecy', 'supports'],
        ['Fight against ISIS', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'Russian fighters had flown dangerously close to American drones and dropped flares in front of them',
      actors: [
        ['CENTCOM', 'source'],
        ['Russian Aerospace Forces', 'recipient'],
      ],
      themes: [
        ['Encounters in the air', 'opposes'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'the drones had flown without coordination and in breach of the agreed rules',
      actors: [
        ['Russian MoD', 'source'],
        ['CENTCOM', 'recipient'],
      ],
      themes: [
        ['Encounters in the air', 'opposes'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'Hay’at Tahrir al-Sham, which the United States lists as a terrorist organisation',
      actors: [
        ['United States', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [['Terrorist designation', 'supports']],
    },
    {
      by: 'maren',
      quote: 'Russian aircraft have bombed in Aleppo and Idlib',
      actors: [
        ['Russian Aerospace Forces', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [
        ['Aleppo', 'neutral'],
        ['Idlib', 'neutral'],
      ],
    },
    {
      by: 'layla',
      quote: 'The Pentagon says that this had nothing to do with the offensive in the north-west.',
      actors: [['US Department of Defense', 'source']],
      themes: [
        ['HTS offensive', 'neutral'],
        ['Self-defence', 'supports'],
      ],
    },
  ],
}
