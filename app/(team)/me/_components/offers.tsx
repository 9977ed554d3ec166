import { getTranslations } from 'next-intl/server'
import { OfferCard } from '@/components/promotion/offer-card'
import { ownOffers } from '@/server/promotion/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../_components/fields-form'
import { comeToFinal, declineFinal } from '../../actions'

/** The places in finals above that the captain's teams are offered, with the captain's answer. */
export async function Offers() {
  const t = await getTranslations('promotion')
  const offers = await ownOffers(await currentActor())
  return offers.map(({ promotion, ...offer }) => (
    <OfferCard key={promotion} {...offer}>
      {offer.state === 'offered' && (
        <>
          <FieldsForm send={comeToFinal} given={{ promotion }} submit={t('we-come')} />
          <FieldsForm send={declineFinal} given={{ promotion }} submit={t('we-do-not')} look="secondary" />
        </>
      )}
    </OfferCard>
  ))
}
