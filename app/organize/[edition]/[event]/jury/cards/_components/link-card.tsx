import { QrCode } from '@/components/ui/qr-code'

export type CardWords = Readonly<Record<'jury' | 'event' | 'how', string>>

/** One juror's card: two in a row of A4 and four rows, with dashes to cut along. */
export function LinkCard({ office, address, words }: { office: string; address: string; words: CardWords }) {
  return (
    <li className="flex min-h-[66mm] gap-[5mm] max-sm:flex-col border border-control border-dashed p-[5mm] [overflow-wrap:anywhere]">
      <QrCode text={address} label={office} className="size-[34mm]" />
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="caption text-muted">{words.jury}</p>
        <p className="mt-1 font-semibold text-lg leading-tight">{office}</p>
        <p className="mt-1 text-muted text-sm">{words.event}</p>
        <p className="mt-3 text-sm">{words.how}</p>
        <p className="figures mt-auto break-all pt-2 text-xs">{address}</p>
      </div>
    </li>
  )
}
