import type { Theme } from '#/lib/codebook/codebook.ts'

/** What a theme means, to read. */
export function ThemeRules({ theme }: { theme: Theme }) {
  const { definition, include, exclude, examples, hotkey } = theme
  return (
    <>
      {definition && <p dir="auto">{definition}</p>}
      <dl className="kv">
        <Rule term="Include" text={include} />
        <Rule term="Not" text={exclude} />
        {examples.length > 0 && (
          <>
            <dt>Examples</dt>
            <dd>
              {[...new Set(examples)].map((example) => (
                <p key={example} dir="auto">
                  {example}
                </p>
              ))}
            </dd>
          </>
        )}
        <Rule term="Key" text={hotkey === null ? '' : String(hotkey)} />
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
