import { getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/schedule/days'
import { Section } from '@/components/ui/section'
import type { meetingsOf } from '@/server/events/queries'

type Meeting = Awaited<ReturnType<typeof meetingsOf>>[number]

/** A meeting held around the event: who met, in whose presence, why, and, once it is over, what came of it. */
export async function Meetings({ meetings, today }: { meetings: readonly Meeting[]; today: string }) {
  const t = await getTranslations('events')
  return meetings.map((meeting) => {
    const held = meeting.heldOn <= today
    const who = (capacity: string) => meeting.presences.filter((presence) => presence.capacity === capacity)
    return (
      <Section
        key={meeting.id}
        title={t('meeting')}
        caption={held ? undefined : t('meetingPlanned')}
        className="mt-8"
      >
        <p className="mt-4 font-semibold">
          {t('meet', {
            who: new Intl.ListFormat('en').format(meeting.organizations.map(({ name }) => name)),
            city: meeting.city,
            day: fullDay(new Date(meeting.heldOn), 'UTC'),
          })}
        </p>
        <dl className="mt-2 grid gap-2">
          {(['participant', 'witness', 'occasion'] as const).map((capacity) =>
            who(capacity).length === 0 ? null : (
              <div key={capacity}>
                <dt className="text-muted text-sm">{t(`capacity.${capacity}`)}</dt>
                {who(capacity).map((presence) => (
                  <dd key={`${presence.givenName} ${presence.familyName}`}>
                    {presence.office && `${presence.office}, `}
                    {presence.givenName} {presence.familyName}
                  </dd>
                ))}
              </div>
            ),
          )}
        </dl>
        {meeting.occasion && who('occasion').length === 0 && (
          <p className="mt-2">{t('occasion', { occasion: meeting.occasion })}</p>
        )}
        <p className="mt-2 text-muted">
          {held && meeting.outcome ? t('outcome', { outcome: meeting.outcome }) : t('outcomeLater')}
        </p>
        {meeting.source && held && (
          <p className="mt-2 text-muted text-sm">{t('source', { source: meeting.source })}</p>
        )}
      </Section>
    )
  })
}
