import { writeBrat } from '#/lib/format/brat/write-brat.ts'
import { writeLabelStudio } from '#/lib/format/label-studio/write-label-studio.ts'
import type { ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { qdpxWriter } from '#/lib/format/refi/write-qdpx.ts'
import { writeBibtex } from './bibtex.ts'
import { writeCasJson } from './cas-json.ts'
import { writeCslJson } from './csl-json.ts'
import { writeCsv } from './csv.ts'
import { writeCsvSheets } from './csv-sheets.ts'
import { writeDnaEvents } from './dna-events.ts'
import { writeDocxComments } from './docx-comments.ts'
import { writeDocxReport } from './docx-report.ts'
import type { FormatId } from './export-format.ts'
import type { ExportWriter } from './format.ts'
import { writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { writeHtmlReport } from './html-report.ts'
import { writeMarkdown } from './markdown.ts'
import { writeNetworkCsv } from './network-csv.ts'
import { writeRis } from './ris.ts'
import { writeSpacy } from './spacy-jsonl.ts'
import { writeUcinet } from './ucinet-dl.ts'
import { writeWebAnnotations } from './web-annotation.ts'
import { writeXlsx } from './xlsx.ts'

/** What a format is written from: excerpts alone, or the documents they stand in with their whole texts. */
export type FormatWriter = { reads: 'excerpts'; write: ExportWriter } | { reads: 'project'; write: ProjectWriter }

const excerpts = (write: ExportWriter): FormatWriter => ({ reads: 'excerpts', write })
const project = (write: ProjectWriter): FormatWriter => ({ reads: 'project', write })

/** The writer of each export format. */
export const EXPORT_WRITERS: Record<FormatId, FormatWriter> = {
  csv: excerpts(writeCsv),
  'csv-sheets': excerpts(writeCsvSheets),
  xlsx: excerpts(writeXlsx),
  jsonld: excerpts(writeWebAnnotations),
  md: excerpts(writeMarkdown),
  html: excerpts(writeHtmlReport),
  docx: excerpts(writeDocxReport),
  'docx-comments': project(writeDocxComments),
  qdpx: project(qdpxWriter('standard')),
  'qdpx-nvivo': project(qdpxWriter('nvivo')),
  'qdpx-maxqda': project(qdpxWriter('maxqda')),
  brat: project(writeBrat),
  'label-studio': project(writeLabelStudio),
  spacy: project(writeSpacy),
  cas: project(writeCasJson),
  'dna-csv': excerpts(writeDnaEvents),
  graphml: excerpts(writeGraphml),
  gexf: excerpts(writeGexf),
  'network-csv': excerpts(writeNetworkCsv),
  ucinet: excerpts(writeUcinet),
  bibtex: excerpts(writeBibtex),
  ris: excerpts(writeRis),
  csl: excerpts(writeCslJson),
}
