import { htmlOf } from './markdown'

/** A text written in markdown, set as the page's own prose. */
export function Prose({ markdown, className = '' }: { markdown: string; className?: string }) {
  return (
    <div
      className={`grid max-w-prose gap-3 [overflow-wrap:anywhere] [&_a]:link [&_code]:figures [&_h4]:font-semibold [&_ol]:list-decimal [&_ol]:pl-5 [&_pre]:overflow-x-auto [&_ul]:list-disc [&_ul]:pl-5 ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf lets no raw HTML through (its test holds that).
      dangerouslySetInnerHTML={{ __html: htmlOf(markdown) }}
    />
  )
}
