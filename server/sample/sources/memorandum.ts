import type { SampleSource } from '../sample-data.ts'

export const memorandum: SampleSource = {
  file: 'memorandum',
  kind: 'article',
  status: 'done',
  read: { layla: 1, dmitri: 1 },
  tags: [
    {
      by: 'dmitri',
      quote: 'подписали 20 октября 2015 года Минобороны России и министерство обороны США',
      actors: [
        ['Russian MoD', 'source'],
        ['US Department of Defense', 'source'],
      ],
      themes: [['Flight safety memorandum', 'supports']],
      facts: { status: 'historical', certainty: 'certain', date: '2015-10-20' },
    },
    {
      by: 'dmitri',
      quote: 'документ содержит комплекс правил и ограничений для экипажей и предусматривает круглосуточные каналы связи',
      actors: [['Anatoly Antonov', 'source']],
      themes: [
        ['Flight safety memorandum', 'supports'],
        ['Deconfliction hotline', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'Антонов объяснял это просьбой американской стороны. В Пентагоне, напротив, ссылались на просьбу Москвы.',
      actors: [
        ['Anatoly Antonov', 'source'],
        ['US Department of Defense', 'source'],
      ],
      themes: [
        ['Secrecy', 'mixed'],
        ['Accusation or denial', 'neutral'],
      ],
      memo: 'Mirror of the passage in “The phone line”.',
    },
    {
      by: 'dmitri',
      quote: 'Пока текста нет, нарушителем можно объявить любого',
      actors: [['Marina Astakhova', 'source']],
      themes: [['Secrecy', 'opposes']],
    },
    {
      by: 'maren',
      quote: 'США нанесли удар 59 крылатыми ракетами по авиабазе Шайрат',
      actors: [
        ['United States', 'source'],
        ['Syrian army', 'recipient'],
      ],
      themes: [['Figures', 'neutral']],
      facts: { status: 'asserted', certainty: 'certain', date: '2017-04-07', place: 'Shayrat', point: [34.49, 36.91], precision: 'exact' },
    },
    {
      by: 'maren',
      quote: 'в которой обвинили Дамаск; Дамаск обвинения отверг',
      actors: [
        ['United States', 'source'],
        ['Syrian government', 'source'],
      ],
      themes: [['Accusation or denial', 'mixed']],
    },
    {
      by: 'dmitri',
      quote: 'МИД России объявил, что действие меморандума приостановлено',
      actors: [
        ['Russian MFA', 'source'],
        ['United States', 'recipient'],
      ],
      themes: [['Flight safety memorandum', 'opposes']],
    },
    {
      by: 'dmitri',
      quote: 'подтвердили по телефону готовность вернуться к полному исполнению обязательств по меморандуму',
      actors: [
        ['Russian MoD', 'source'],
        ['Joseph Dunford', 'source'],
      ],
      themes: [['Flight safety memorandum', 'supports']],
    },
    {
      by: 'layla',
      quote: 'перед этим с российской стороной связывались по установленной линии, чтобы остановить огонь',
      actors: [
        ['International coalition', 'source'],
        ['Russia', 'recipient'],
      ],
      themes: [['Deconfliction hotline', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'командование коалиции не использовало канал связи для предотвращения инцидента',
      actors: [
        ['Russian MoD', 'source'],
        ['International coalition', 'recipient'],
      ],
      themes: [
        ['Deconfliction hotline', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
      memo: 'Supports the line: the complaint is that it was not used. Contradicts the coalition one paragraph above.',
      facts: {
        status: 'negated',
        certainty: 'possible',
        date: '2017-06-18',
        place: 'Tabqa',
        point: [35.84, 38.55],
        precision: 'near',
        reportedBy: ['Russian MoD'],
      },
    },
    {
      by: 'dmitri',
      quote: 'прекращает взаимодействие в рамках меморандума с 19 июня',
      actors: [
        ['Russian MoD', 'source'],
        ['United States', 'recipient'],
      ],
      themes: [['Flight safety memorandum', 'opposes']],
    },
    {
      by: 'layla',
      quote:
        'любые воздушные объекты коалиции, обнаруженные западнее Евфрата, будут приниматься на сопровождение средствами ПВО в качестве воздушных целей',
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
      by: 'maren',
      quote: 'назвал действия американцев актом агрессии и пособничеством террористам',
      actors: [
        ['Russian MFA', 'source'],
        ['United States', 'recipient'],
      ],
      themes: [['Accusation or denial', 'supports']],
    },
    {
      by: 'maren',
      quote: 'Сергей Лавров призвал США уважать суверенитет Сирии и согласовывать свои шаги с Дамаском',
      actors: [
        ['Sergey Lavrov', 'source'],
        ['United States', 'recipient'],
        ['Syrian government', 'mentioned'],
      ],
      themes: [['Sovereignty', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'По обе стороны Евфрата идёт наступление на ИГИЛ',
      actors: [['ISIS', 'recipient']],
      themes: [
        ['Fight against ISIS', 'supports'],
        ['Euphrates', 'neutral'],
      ],
    },
    {
      by: 'layla',
      quote: 'Линию отключают в заявлениях, а не в аппаратной',
      actors: [['Marina Astakhova', 'source']],
      themes: [['Deconfliction hotline', 'supports']],
    },
  ],
}
