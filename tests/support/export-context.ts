import type { ExportContext } from '#/lib/format/export/format.ts'

/** The context of an export of the sample excerpts. */
export const EXPORT_CONTEXT: ExportContext = {
  workspace: { id: '0195a000-0000-7000-8000-00000000000a', name: 'Syria desk' },
  origin: 'https://interline.example',
  exportedAt: Date.UTC(2026, 10, 22, 10, 30),
  filter: 'stance=supports',
  codebook: {
    actors: [
      {
        id: '0195a000-0000-7000-8000-000000000065',
        name: 'Russian MoD',
        kind: 'military',
        parentId: null,
        description: 'Ministry',
        aliases: ['МО РФ', 'MoD'],
        hue: null,
      },
    ],
    themes: [
      { id: '0195a000-0000-7000-8000-0000000000c8', name: 'Deconfliction', parentId: null, definition: '', hue: 1, position: 0 },
      {
        id: '0195a000-0000-7000-8000-0000000000c9',
        name: 'Hotline',
        parentId: '0195a000-0000-7000-8000-0000000000c8',
        definition: 'The phone line',
        hue: null,
        position: 0,
      },
    ],
  },
  escapeFormulas: true,
}
