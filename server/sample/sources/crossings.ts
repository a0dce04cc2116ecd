import type { SampleSource } from '../sample-data.ts'

export const crossings: SampleSource = {
  file: 'crossings',
  kind: 'report',
  status: 'in-review',
  read: { layla: 1, maren: 1 },
  tags: [
    {
      by: 'layla',
      quote: 'عبرت قافلة للأمم المتحدة من باب الهوى إلى شمال غرب سوريا',
      actors: [
        ['United Nations', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Humanitarian access', 'supports'],
        ['Idlib', 'neutral'],
      ],
    },
    {
      by: 'layla',
      quote: 'إدخال المساعدات عبر أربعة معابر من دون موافقة الحكومة السورية',
      actors: [
        ['Security Council', 'source'],
        ['Syrian government', 'recipient'],
      ],
      themes: [
        ['Humanitarian access', 'supports'],
        ['Sovereignty', 'opposes'],
      ],
    },
    {
      by: 'maren',
      quote: 'وافقت دمشق على فتح معبري باب السلامة والراعي ثلاثة أشهر',
      actors: [
        ['Syrian government', 'source'],
        ['United Nations', 'recipient'],
      ],
      themes: [['Humanitarian access', 'supports']],
    },
    {
      by: 'dmitri',
      quote: 'استخدمت روسيا حق النقض ضد مشروع قرار قدمته البرازيل وسويسرا لتمديد الآلية تسعة أشهر',
      actors: [
        ['Russia', 'source'],
        ['Security Council', 'recipient'],
      ],
      themes: [['Humanitarian access', 'opposes']],
    },
    {
      by: 'dmitri',
      quote: 'الآلية تنتهك سيادة سوريا وإن المساعدات تقع في أيدي إرهابيين في إدلب',
      actors: [
        ['Russia', 'source'],
        ['HTS', 'recipient'],
      ],
      themes: [
        ['Sovereignty', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'layla',
      quote: 'النقض عمل قاسٍ بحق ملايين الناس',
      actors: [
        ['United States', 'source'],
        ['Russia', 'recipient'],
        ['Civilians', 'mentioned'],
      ],
      themes: [['Humanitarian access', 'supports']],
    },
    {
      by: 'layla',
      quote: 'حكومته تأذن للأمم المتحدة باستخدام باب الهوى ستة أشهر، على أن يجري ذلك بالتعاون والتنسيق الكاملين معها',
      actors: [
        ['Syrian government', 'source'],
        ['United Nations', 'recipient'],
      ],
      themes: [
        ['Humanitarian access', 'mixed'],
        ['Sovereignty', 'supports'],
      ],
      memo: 'Mixed: consent with conditions.',
    },
    {
      by: 'maren',
      quote: 'الرسالة تتضمن شرطين غير مقبولين، لأنهما يقيدان العمل الإنساني المحايد',
      actors: [
        ['OCHA', 'source'],
        ['Syrian government', 'recipient'],
      ],
      themes: [['Humanitarian access', 'supports']],
    },
    { by: 'maren', quote: 'من دون أن تُنشر تفاصيله', themes: [['Secrecy', 'neutral']] },
    {
      by: 'maren',
      quote: 'أكثر من أربعة ملايين منهم بحاجة إلى مساعدة، ومعظمهم نازحون',
      actors: [
        ['United Nations', 'source'],
        ['Civilians', 'recipient'],
      ],
      themes: [
        ['Displacement', 'neutral'],
        ['Figures', 'neutral'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'وتسيطر هيئة تحرير الشام على الجانب السوري من باب الهوى',
      actors: [['HTS', 'source']],
      themes: [['Idlib', 'neutral']],
    },
    {
      by: 'layla',
      quote: 'ربط المساعدات بإذن الحكومة يجعل حياة الناس ورقة تفاوض',
      actors: [
        ['White Helmets', 'source'],
        ['Syrian government', 'recipient'],
      ],
      themes: [
        ['Humanitarian access', 'supports'],
        ['Accusation or denial', 'supports'],
      ],
    },
    {
      by: 'maren',
      quote: 'بوصول سريع وآمن ومن دون عوائق إلى أنحاء سوريا كافة عبر أقصر الطرق',
      actors: [['Security Council', 'source']],
      themes: [
        ['Resolution 2254', 'supports'],
        ['Humanitarian access', 'supports'],
      ],
    },
    {
      by: 'dmitri',
      quote: 'يستند إليها من يؤيد الآلية ومن يعارضها معاً',
      themes: [['Resolution 2254', 'mixed']],
    },
  ],
}
