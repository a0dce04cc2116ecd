import type pg from 'pg'

export interface FilledWorkspace {
  workspaceId: string
  userId: string
  themeIds: string[]
  actorIds: string[]
}

const DOCUMENTS = 2000
const ACTORS = 60
const BRANCHES = 8
const THEMES = 72
const PEOPLE = 6

/** Rows of one statement: a server ends statements that take too long. */
const PIECE = 20_000

/**
 * A workspace as a large desk's: 2,000 documents, 60 actors, 72 themes in 8 branches of two levels, and `count` annotations with one or two
 * actors and themes each, some frequent and most rare (squared uniform). Written in SQL, so it takes seconds.
 */
export async function fillWorkspace(pool: pg.Pool, count: number): Promise<FilledWorkspace> {
  const id = (kind: number, n: string) => `('00000000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
  const workspaceId = '00000000-0000-7000-8000-000000000001'
  const run = (text: string) => pool.query(text)
  await run(
    `insert into users (id, email, name) select ${id(1, 'n')}, n || '@example.org', 'Analyst ' || n from generate_series(1, ${PEOPLE}) n`,
  )
  await run(`insert into workspaces (id, name, created_by) values ('${workspaceId}', 'Bench', ${id(1, '1')})`)
  await run(
    `insert into members (workspace_id, user_id, role) select '${workspaceId}', ${id(1, 'n')}, 'owner' from generate_series(1, ${PEOPLE}) n`,
  )
  await run(`insert into documents (id, workspace_id, title, outlet, published_on, language, created_by)
    select ${id(2, 'n')}, '${workspaceId}', 'Document ' || n, 'Outlet ' || n % 12, date '2016-01-01' + n % 1000, (array['en', 'ru', 'ar'])[1 + n % 3], ${id(1, '1')}
    from generate_series(1, ${DOCUMENTS}) n`)
  await run(
    `insert into layers (id, workspace_id, document_id, kind) select ${id(3, 'n')}, '${workspaceId}', ${id(2, 'n')}, 'shared' from generate_series(1, ${DOCUMENTS}) n`,
  )
  await run(
    `insert into actors (id, workspace_id, name, kind, created_by) select ${id(4, 'n')}, '${workspaceId}', 'Actor ' || n, 'state', ${id(1, '1')} from generate_series(1, ${ACTORS}) n`,
  )
  await run(`insert into themes (id, workspace_id, name, parent_id, hue, position, created_by)
    select ${id(5, 'n')}, '${workspaceId}', 'Theme ' || n, case when n > ${BRANCHES} then ${id(5, `1 + n % ${BRANCHES}`)} end, case when n <= ${BRANCHES} then n end, n, ${id(1, '1')}
    from generate_series(1, ${THEMES}) n`)
  // Rows stand as the projection leaves them, document by document; people tag here and there.
  const each = Math.ceil(count / DOCUMENTS)
  const document = `1 + (n - 1) / ${each}`
  const place = `(n % ${each})`
  const turn = `(n::bigint * 7919 % ${count})::int`
  for (let from = 1; from <= count; from += PIECE) {
    const to = Math.min(count, from + PIECE - 1)
    await run(`insert into excerpts (annotation_id, workspace_id, document_id, layer_id, tagger_id, created_at, modified_at, state, start_utf16, end_utf16,
        start_point, end_point, quote, prefix, suffix, context_before, context_after, tagged_quote, survival, memo, search, sentence_start, sentence_end, paragraph_start, paragraph_end, search_language)
      select ${id(6, 'n')}, '${workspaceId}', ${id(2, document)}, ${id(3, document)}, ${id(1, `1 + n % ${PEOPLE}`)},
        timestamptz '2017-03-14' + ${turn} * interval '1 minute', timestamptz '2017-03-15' + ${turn} * interval '1 minute', 'anchored', ${place} * 90, ${place} * 90 + 80,
        ${place} * 90, ${place} * 90 + 80, words, left(words, 32), right(words, 32), words || words, words || words, words, 1, '', words,
        ${place} / 2 * 180, ${place} / 2 * 180 + 180, ${place} / 8 * 720, ${place} / 8 * 720 + 720, (array['english', 'russian', 'arabic'])[1 + (${document}) % 3]
      from (select n, 'statement ' || md5(n::text) || ' on the deconfliction line of ' || md5((n % 977)::text) as words from generate_series(${from}, ${to}) n) made`)
    await run(`insert into excerpt_actors (annotation_id, workspace_id, actor_id, role)
      select ${id(6, 'n')}, '${workspaceId}', ${id(4, `1 + floor(power(random(), 2) * ${ACTORS})::int % ${ACTORS}`)}, (array['source', 'recipient', 'mentioned'])[k]
      from generate_series(${from}, ${to}) n, generate_series(1, 2) k where k = 1 or n % 2 = 0 on conflict do nothing`)
    await run(`insert into excerpt_themes (annotation_id, workspace_id, theme_id, stance)
      select ${id(6, 'n')}, '${workspaceId}', ${id(5, `1 + floor(power(random(), 2) * ${THEMES})::int % ${THEMES}`)}, (array['supports', 'opposes', 'neutral', 'none'])[1 + n % 4]
      from generate_series(${from}, ${to}) n, generate_series(1, 2) k where k = 1 or n % 3 = 0 on conflict do nothing`)
  }
  await run('vacuum analyze')
  const ids = async (table: string) => (await pool.query<{ id: string }>(`select id from ${table} order by id`)).rows.map((row) => row.id)
  return { workspaceId, userId: '00000000-0001-7000-8000-000000000001', themeIds: await ids('themes'), actorIds: await ids('actors') }
}
