import type { SampleSource } from '../sample-data.ts'

export const idlibM4: SampleSource = {
  file: 'idlib-m4',
  kind: 'analysis',
  status: 'done',
  read: { dmitri: 1, maren: 1 },
  tags: [
    {
      by: 'dmitri',
      quote: 'в Идлибе в одну минуту первого ночи вступило в силу очередное прекращение огня',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'source'],
      ],
      themes: [
        ['Ceasefire', 'supports'],
        ['Idlib', 'neutral'],
      ],
      facts: {
        status: 'asserted',
        certainty: 'certain',
        date: '2020-03-06',
        place: 'Idlib',
        point: [35.9306, 36.6339],
        precision: 'region',
      },
    },
    {
      by: 'dmitri',
      quote: 'Дополнительный протокол, согласованный накануне в Москве президентами России и Турции',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'source'],
      ],
      themes: [['Astana format', 'supports']],
    },
    {
      by: 'maren',
      quote: 'предусматривал демилитаризованную зону шириной 15–20 километров',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'source'],
      ],
      themes: [
        ['Astana format', 'supports'],
        ['Idlib', 'neutral'],
      ],
      facts: { status: 'historical', date: '2018-09-17', place: 'Sochi' },
    },
    {
      by: 'dmitri',
      quote: 'отделить вооружённую оппозицию от террористов. В Москве считали и считают, что оно не выполнено',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'recipient'],
        ['Syrian opposition', 'mentioned'],
      ],
      themes: [
        ['Accusation or denial', 'supports'],
        ['Terrorist designation', 'neutral'],
      ],
    },
    {
      by: 'layla',
      quote: '«Хайят Тахрир аш-Шам» вытеснила соперников и взяла под контроль почти весь Идлиб',
      actors: [['HTS', 'source']],
      themes: [['Idlib', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'сирийская армия при поддержке ВКС России наступала вдоль трассы М5',
      actors: [
        ['Syrian army', 'source'],
        ['Russian Aerospace Forces', 'source'],
      ],
      themes: [['Idlib', 'neutral']],
    },
    {
      by: 'maren',
      quote: 'По оценке ООН, с начала декабря около миллиона человек покинули свои дома',
      actors: [
        ['United Nations', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Displacement', 'neutral'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'probable', date: '2019-12/2020-02', reportedBy: ['United Nations'] },
    },
    {
      by: 'dmitri',
      quote: 'они находились рядом с боевиками и что Турция не передала их координаты',
      actors: [
        ['Russian MoD', 'source'],
        ['Turkey', 'recipient'],
      ],
      themes: [['Accusation or denial', 'supports']],
      facts: {
        status: 'asserted',
        certainty: 'doubtful',
        date: '2020-02-27',
        place: 'Idlib',
        point: [35.9306, 36.6339],
        precision: 'region',
        reportedBy: ['Russian MoD'],
      },
    },
    {
      by: 'dmitri',
      quote: 'координаты передавались заранее, а удары продолжились и после предупреждения',
      actors: [
        ['Turkey', 'source'],
        ['Russian MoD', 'recipient'],
      ],
      themes: [['Accusation or denial', 'opposes']],
    },
    {
      by: 'maren',
      quote: 'Дамаск назвал её агрессией.',
      actors: [
        ['Syrian government', 'source'],
        ['Turkey', 'recipient'],
      ],
      themes: [
        ['Accusation or denial', 'supports'],
        ['Sovereignty', 'supports'],
      ],
    },
    {
      by: 'layla',
      quote: 'коридор безопасности шириной шесть километров к северу и шесть километров к югу от трассы М4',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'source'],
      ],
      themes: [
        ['Ceasefire', 'supports'],
        ['Idlib', 'neutral'],
      ],
    },
    {
      by: 'maren',
      quote: 'у конфликта нет военного решения. Там же сказано, что политический процесс должен идти в соответствии с резолюцией 2254',
      actors: [
        ['Russia', 'source'],
        ['Turkey', 'source'],
        ['Security Council', 'mentioned'],
      ],
      themes: [['Resolution 2254', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'Нет в нём и списка группировок, на которые прекращение огня не распространяется.',
      themes: [
        ['Terrorist designation', 'neutral'],
        ['Ceasefire', 'mixed'],
      ],
      memo: 'Same gap as paragraph 8 of resolution 2254.',
    },
    {
      by: 'layla',
      quote: 'США, по словам дипломатов, сочли преждевременным заявление Совета Безопасности',
      actors: [
        ['United States', 'source'],
        ['Security Council', 'recipient'],
      ],
      themes: [['Astana format', 'opposes']],
    },
    {
      by: 'maren',
      quote: 'ООН призвала стороны соблюдать прекращение огня, защитить мирных жителей и вернуться к переговорам.',
      actors: [
        ['United Nations', 'source'],
        ['Civilians', 'mentioned'],
      ],
      themes: [
        ['Ceasefire', 'supports'],
        ['Protection of civilians', 'supports'],
      ],
    },
  ],
}
