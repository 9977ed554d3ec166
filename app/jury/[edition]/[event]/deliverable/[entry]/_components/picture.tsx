/** The first page of a deck; pressing it opens the deck. */
export function Picture({ src, href, alt }: { src: string; href: string; alt: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {/* biome-ignore lint/performance/noImgElement: it is served to who may see it, never to an optimizer */}
      <img src={src} alt={alt} className="aspect-video w-full rounded-md border bg-sunken object-contain" />
    </a>
  )
}
