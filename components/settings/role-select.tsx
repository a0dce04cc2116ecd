import { ROLE_NAMES } from '#/lib/access/member.ts'
import { MEMBER_ROLES, type MemberRole } from '#/lib/access/roles.ts'

/** A role to choose, inside a table or a form row. */
export function RoleSelect({ label, value, onChange }: { label: string; value: MemberRole; onChange: (role: MemberRole) => void }) {
  return (
    <span className="field">
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as MemberRole)}>
        {MEMBER_ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role]}
          </option>
        ))}
      </select>
    </span>
  )
}
