import { linkTarget } from '#/lib/text/link-target.ts'
import { attribute, descendants, type HtmlElement, type HtmlParent, isElement, isText, textOf } from './html-tree.ts'
import type { ReadSource } from './import-result.ts'
import { isoDate } from './iso-date.ts'

export type HtmlMetadata = Pick<ReadSource, 'title' | 'author' | 'outlet' | 'publishedOn' | 'url' | 'language'>

const ARTICLE_TYPE = /(?:Article|Report|BlogPosting)$/
const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'dc.date',
  'dcterms.date',
  'dc.date.issued',
  'citation_publication_date',
  'parsely-pub-date',
  'pubdate',
  'publish-date',
  'date',
]

/** What a web page says about itself: schema.org data first, then `<meta>`, then the title. */
export function htmlMetadata(root: HtmlParent): HtmlMetadata {
  const page = collect(root)
  const data = articleData(page.scripts)
  const meta = (...names: string[]) => names.map((name) => page.meta.get(name)).find((value) => value !== undefined && value !== '')
  const author = text(data?.author) ?? meta('author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author')
  const url = page.canonical ?? meta('og:url') ?? ''
  return defined({
    title: text(data?.headline) ?? meta('og:title', 'dc.title', 'citation_title', 'twitter:title') ?? page.title,
    // Facebook's "article:author" is often the address of a profile.
    author: author && !/^https?:/.test(author) ? author : undefined,
    outlet: meta('og:site_name', 'dc.publisher') ?? text(data?.publisher),
    publishedOn: isoDate(text(data?.datePublished)) ?? isoDate(meta(...DATE_NAMES)) ?? isoDate(page.time),
    url: url.startsWith('http') ? (linkTarget(url) ?? undefined) : undefined,
    language: text(data?.inLanguage) ?? page.language ?? meta('og:locale', 'dc.language'),
  })
}

interface Page {
  meta: Map<string, string>
  scripts: string[]
  title?: string
  canonical?: string
  language?: string
  time?: string
}

function collect(root: HtmlParent): Page {
  const page: Page = { meta: new Map(), scripts: [] }
  for (const node of descendants(root)) if (isElement(node)) note(node, page)
  return page
}

function note(element: HtmlElement, page: Page): void {
  const tag = element.tagName
  if (tag === 'html') page.language = attribute(element, 'lang') || undefined
  if (tag === 'title') page.title ??= textOf(element) || undefined
  if (tag === 'time') page.time ??= attribute(element, 'datetime')
  if (tag === 'link' && attribute(element, 'rel') === 'canonical') page.canonical ??= attribute(element, 'href')
  if (tag === 'script' && attribute(element, 'type') === 'application/ld+json')
    page.scripts.push(element.childNodes.map((child) => (isText(child) ? child.value : '')).join(''))
  if (tag !== 'meta') return
  const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop'))?.toLowerCase()
  const content = attribute(element, 'content')?.trim()
  if (name && content && !page.meta.has(name)) page.meta.set(name, content)
}

type Json = Readonly<Record<string, unknown>>

function articleData(scripts: readonly string[]): Json | undefined {
  return scripts.flatMap(parsed).find((item) => ARTICLE_TYPE.test(String([item['@type']].flat()[0])))
}

function parsed(script: string): Json[] {
  try {
    const value: unknown = JSON.parse(script)
    const items = [value].flat().filter(isObject)
    return items.flatMap((item) => [item, ...[item['@graph']].flat().filter(isObject)])
  } catch {
    return []
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema.org value as text: a string, a thing's name, or several of them. */
function text(value: unknown): string | undefined {
  const names = [value].flat().map((one) => (isObject(one) ? one.name : one))
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '').join(', ') || undefined
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}
