import type pg from 'pg'

/**
 * The database's own guard of workspaces, behind the gate of the product: what members ask runs as a role that row-level
 * security holds to one workspace (see `db/schema/workspace-policy.ts`) and that reads no secrets of accounts.
 *
 * It guards a forgotten WHERE, not injected SQL: the session could take its own rights back.
 */
export const MEMBER_ROLE = 'interline_member'

/** Makes the role; null errors of two servers that do it at once. Roles belong to the whole server, not to one database. */
const CREATE = `do $$ begin
  if not exists (select from pg_roles where rolname = '${MEMBER_ROLE}') then create role ${MEMBER_ROLE} nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$`

/** PostgreSQL 16 tells being a member of a role from being allowed to become it. */
const BECOMES = `pg_has_role(current_user, '${MEMBER_ROLE}', case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)`

const ADMIT = `do $$ begin
  if not ${BECOMES} then execute format('grant ${MEMBER_ROLE} to %I', current_user); end if;
end $$`

/** Tables that say whose they are and have their rows guarded are open, but the audit log is only read and added to; of people only what colleagues see. */
const GRANT = `do $$
declare guarded regclass;
begin
  grant usage on schema public to ${MEMBER_ROLE};
  for guarded in
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and c.relname <> 'audit_log'
  loop
    execute format('grant select, insert, update, delete on %s to ${MEMBER_ROLE}', guarded);
  end loop;
  grant select, insert on audit_log to ${MEMBER_ROLE};
  grant select, update (name, deleted_at, deleted_by) on workspaces to ${MEMBER_ROLE};
  grant select (id, name, email, colour, totp_since) on users to ${MEMBER_ROLE};
  grant select on installation to ${MEMBER_ROLE};
  grant usage on all sequences in schema public to ${MEMBER_ROLE};
end $$`

/**
 * Row-level security keeps an index from being used for a condition that could tell of rows it hides. Of LIKE and of full-text
 * search PostgreSQL will not promise that they never do (their errors speak of the pattern, not of rows), so search in excerpts
 * and texts would read all of a workspace. Only a superuser may promise it, for this database alone; without one search is
 * right, but slower.
 */
const TRUST_SEARCH = ['textlike(text, text)', 'ts_match_vq(tsvector, tsquery)'].map((name) => `alter function pg_catalog.${name} leakproof`)

const INSUFFICIENT_PRIVILEGE = '42501'

/** Makes the role and gives it its rights, as the owner of the tables may; without the right to make roles it does nothing. Call it under the lock of the migrations. */
export async function raiseMemberWall(client: pg.ClientBase): Promise<void> {
  if (!(await isAllowed(client, CREATE)) || !(await isAllowed(client, ADMIT))) return
  await client.query(GRANT)
  for (const trust of TRUST_SEARCH) await isAllowed(client, trust)
}

/** Runs a statement; false when this user of the database may not. */
async function isAllowed(client: pg.ClientBase, statement: string): Promise<boolean> {
  try {
    await client.query(statement)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false
    throw error
  }
}

/** Whether members' queries can run as the role, and whether it is one that row-level security holds; not where there are no tables yet. */
export async function memberWallStands(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ stands: boolean }>(
    `select coalesce((
       select ${BECOMES} and not rolsuper and not rolbypassrls
         and has_table_privilege(oid, to_regclass('documents'), 'select') and not pg_has_role(oid, (select relowner from pg_class where oid = to_regclass('documents')), 'USAGE')
       from pg_roles where rolname = '${MEMBER_ROLE}'), false) as stands`,
  )
  return rows[0]?.stands ?? false
}
