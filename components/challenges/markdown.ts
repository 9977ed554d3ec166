import { micromark } from 'micromark'

/** Pictures would be asked of third parties by every reader's browser; raw HTML and its links are text. */
const LEFT_OUT = { disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText'] } }

/**
 * Markdown as HTML that is safe to show: no raw HTML, no pictures, links to http(s) and mail alone. Its headings stand
 * below the page's own.
 */
export function htmlOf(markdown: string): string {
  return micromark(markdown, { extensions: [LEFT_OUT] })
    .replaceAll(/<(\/?)h[1-6]>/g, '<$1h4>')
    .replaceAll('<a href=', '<a rel="noopener noreferrer nofollow" href=')
}
