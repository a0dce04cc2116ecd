import type { SampleSource } from '../sample-data.ts'

export const aleppoWeek: SampleSource = {
  file: 'aleppo-week',
  kind: 'article',
  status: 'in-progress',
  read: { layla: 0.75 },
  tags: [
    {
      by: 'layla',
      quote: 'بدأت هيئة تحرير الشام وفصائل متحالفة معها هجوماً من ريف إدلب نحو حلب',
      actors: [
        ['HTS', 'source'],
        ['Syrian army', 'recipient'],
      ],
      themes: [
        ['HTS offensive', 'supports'],
        ['Aleppo', 'neutral'],
      ],
      facts: {
        status: 'asserted',
        certainty: 'certain',
        date: '2024-11-27/2024-11-30',
        place: 'Aleppo',
        point: [36.2021, 37.1343],
        precision: 'region',
      },
    },
    { by: 'layla', quote: '«ردع العدوان»', actors: [['HTS', 'source']], themes: [['HTS offensive', 'supports']] },
    {
      by: 'layla',
      quote: 'نفذت عملية إعادة انتشار هدفها تدعيم خطوط الدفاع والتحضير لهجوم مضاد',
      actors: [['Syrian army', 'source']],
      themes: [['Aleppo', 'neutral']],
      memo: 'Redeployment, not withdrawal: the next paragraph is about exactly this word.',
    },
    {
      by: 'layla',
      quote: 'الإرهاب لا يفهم إلا لغة القوة',
      actors: [
        ['Syrian government', 'source'],
        ['SANA', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [['HTS offensive', 'opposes']],
      facts: { reportedBy: ['SANA', 'Bashar al-Assad'] },
    },
    {
      by: 'dmitri',
      quote: 'واتهمت الحكومة السورية دولاً إقليمية وغربية بدعم المهاجمين',
      actors: [
        ['Syrian government', 'source'],
        ['United States', 'recipient'],
        ['Turkey', 'recipient'],
      ],
      themes: [['Accusation or denial', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'الطيران الروسي يساند الجيش السوري، وتحدث عن مقتل مئات المسلحين',
      actors: [
        ['Russian MoD', 'source'],
        ['Russian Aerospace Forces', 'mentioned'],
        ['Syrian army', 'recipient'],
      ],
      themes: [
        ['HTS offensive', 'opposes'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'doubtful', reportedBy: ['Russian MoD'] },
    },
    {
      by: 'layla',
      quote: 'غارات على إدلب أوقعت قتلى وجرحى بين المدنيين',
      actors: [
        ['White Helmets', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Protection of civilians', 'supports'],
        ['Idlib', 'neutral'],
      ],
      facts: {
        status: 'asserted',
        certainty: 'probable',
        date: '2024-11~',
        place: 'Idlib',
        point: [35.9306, 36.6339],
        precision: 'region',
        reportedBy: ['White Helmets'],
      },
    },
    {
      by: 'maren',
      quote: 'أكثر من مئة ألف شخص نزحوا خلال أيام في إدلب وشمال حلب',
      actors: [
        ['OCHA', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Displacement', 'neutral'],
        ['Figures', 'neutral'],
      ],
      facts: { status: 'asserted', certainty: 'probable', reportedBy: ['OCHA'] },
    },
    {
      by: 'layla',
      quote: 'تعهدت فيها بعدم التعرض للمدنيين ولأبناء الأقليات',
      actors: [
        ['HTS', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [['Protection of civilians', 'supports']],
      facts: { status: 'planned', certainty: 'possible', reportedBy: ['HTS'] },
    },
    {
      by: 'layla',
      quote: 'الهيئة مدرجة على قوائم الإرهاب لدى مجلس الأمن وعدد من الدول',
      actors: [
        ['Security Council', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [['Terrorist designation', 'supports']],
    },
    {
      by: 'maren',
      quote: 'الولايات المتحدة لا علاقة لها بالهجوم الذي تقوده منظمة مصنفة إرهابية',
      actors: [
        ['US National Security Council', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [
        ['HTS offensive', 'neutral'],
        ['Terrorist designation', 'supports'],
      ],
      facts: { status: 'negated', reportedBy: ['US National Security Council'] },
    },
    {
      by: 'maren',
      quote: 'رفض دمشق الانخراط في العملية السياسية التي رسمها القرار 2254 واعتمادها على روسيا وإيران',
      actors: [
        ['US National Security Council', 'source'],
        ['Syrian government', 'recipient'],
        ['Russia', 'mentioned'],
        ['Iran', 'mentioned'],
      ],
      themes: [['Resolution 2254', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'محاولة تفسير ما يحدث بتدخل خارجي خطأ، ودعا دمشق إلى الحوار مع المعارضة',
      actors: [
        ['Turkey', 'source'],
        ['Syrian government', 'recipient'],
        ['Syrian opposition', 'mentioned'],
      ],
      themes: [
        ['Accusation or denial', 'opposes'],
        ['Transition and elections', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'أكد دعم طهران للحكومة السورية',
      actors: [
        ['Iran', 'source'],
        ['Syrian government', 'recipient'],
      ],
      themes: [['HTS offensive', 'opposes']],
    },
    {
      by: 'layla',
      quote: 'وطالبت بممرات آمنة للنازحين',
      actors: [
        ['SDF', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [['Displacement', 'supports']],
    },
    {
      by: 'maren',
      quote: 'العودة إلى عملية سياسية وفق القرار 2254',
      actors: [['UN Special Envoy', 'source']],
      themes: [['Resolution 2254', 'supports']],
    },
    {
      by: 'layla',
      quote: 'قالت واشنطن إن قواتها في شرق الفرات باقية لهذه المهمة',
      actors: [
        ['United States', 'source'],
        ['ISIS', 'mentioned'],
      ],
      themes: [
        ['Fight against ISIS', 'supports'],
        ['Euphrates', 'neutral'],
      ],
    },
  ],
}
