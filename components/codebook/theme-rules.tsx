import type { Theme } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'

/** What a theme means, to read. */
export function ThemeRules({ theme }: { theme: Theme }) {
  const { definition, include, exclude, examples, hotkey } = theme
  return (
    <>
      {definition && <p dir="auto">{definition}</p>}
      <dl className="kv">
        <Rule term={t('Include')} text={include} />
        <Rule term={t('Not')} text={exclude} />
        {examples.length > 0 && (
          <>
            <dt>{t('Examples')}</dt>
            <dd>
              {[...new Set(examples)].map((example) => (
                <p key={example} dir="auto">
                  {example}
                </p>
              ))}
            </dd>
          </>
        )}
        <Rule term={t('Key')} text={hotkey === null ? '' : String(hotkey)} />
      </dl>
    </>
  )
}

function Rule({ term, text }: { term: string; text: string }) {
  if (!text) return null
  return (
    <>
      <dt>{term}</dt>
      <dd dir="auto">{text}</dd>
    </>
  )
}
