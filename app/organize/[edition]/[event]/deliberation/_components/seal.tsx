import { getTranslations } from 'next-intl/server'
import { PressForm } from '../../_components/press-form'
import { seal } from '../actions'

/** The digest of what would be sealed, and the seal for whom it is. */
export async function Seal({
  event,
  digest,
  sealable,
  maySeal,
  open,
}: {
  event: string
  digest: string
  sealable: boolean
  maySeal: boolean
  open: boolean
}) {
  const t = await getTranslations('ranking')
  const groups = digest.match(/.{4}/g) ?? []
  return (
    <section className="py-6">
      <h2 className="caption text-muted">{t('digest')}</h2>
      <p className="figures my-3" title={digest}>
        <span className="font-semibold">{groups.slice(0, 2).join(' ')}</span>{' '}
        <span className="text-muted">
          {groups.slice(2, 5).join(' ')} … {groups.at(-1)}
        </span>
      </p>
      {open && maySeal && sealable && <PressForm send={seal} values={{ event, digest }} submit={t('seal')} />}
      <p className="mt-3 text-muted text-sm">
        {!open
          ? t('is-sealed')
          : !maySeal
            ? t('president-seals')
            : sealable
              ? t('seal-what')
              : t('seal-blocked')}
      </p>
    </section>
  )
}
