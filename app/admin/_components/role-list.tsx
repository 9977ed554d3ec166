import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FieldForm } from '@/app/organize/[edition]/[event]/_components/field-form'
import { PressForm } from '@/app/organize/[edition]/[event]/_components/press-form'
import type { GrantedRole } from '@/domain/access/roles'
import { grant, revoke } from '../actions'

interface Holder {
  readonly id: string
  readonly role: GrantedRole
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
}

/** Who holds roles on a node; for whoever may, a press to take each back and a line to grant another. */
export async function RoleList({
  holders,
  node,
  roles,
  may,
  none,
  children,
}: {
  holders: readonly Holder[]
  node: string
  roles: readonly [GrantedRole, ...GrantedRole[]]
  may: boolean
  none: string
  children?: ReactNode
}) {
  const t = await getTranslations('organize.settings')
  return (
    <>
      {holders.length === 0 && <p className="py-4 text-muted">{none}</p>}
      <ul>
        {holders.map(({ id, role, givenName, familyName, email }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b py-2">
            <span className="min-w-0">
              <span className="block font-semibold [overflow-wrap:anywhere]">
                {`${givenName} ${familyName}`.trim() || t('unnamed')}
              </span>
              {email && <span className="block text-muted text-sm [overflow-wrap:anywhere]">{email}</span>}
            </span>
            <span className="flex items-center gap-5">
              <span className="text-muted text-sm">{t(`role.${role}`)}</span>
              {may && <PressForm send={revoke} values={{ grant: id }} submit={t('revoke')} look="quiet" />}
            </span>
          </li>
        ))}
      </ul>
      {children}
      {may && (
        <div className="pt-5">
          <FieldForm
            send={grant}
            hidden={roles.length === 1 ? { node, role: roles[0] } : { node }}
            fields={[
              { name: 'email', label: t('email'), kind: 'email' },
              ...(roles.length === 1
                ? []
                : [
                    {
                      name: 'role',
                      label: t('role-label'),
                      value: roles[0],
                      options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
                    },
                  ]),
            ]}
            submit={t('grant')}
            done={t('granted')}
            look="secondary"
            columns={roles.length === 1 ? 'grid-cols-[minmax(0,1fr)]' : undefined}
          />
        </div>
      )}
    </>
  )
}
