/** From this length on a headline would push what follows out of a phone's first view. */
const LONG = 44

/** The headline of a public page. A long one, as a team's name can be, is set smaller. */
export function Title({ children }: { children: string }) {
  const size =
    children.length > LONG
      ? 'text-[clamp(1.625rem,1.2rem+1.6vw,2.75rem)] print:text-xl'
      : 'text-[clamp(2.25rem,1.4rem+2.4vw,3.75rem)] print:text-3xl'
  return <h1 className={`display mt-3 ${size}`}>{children}</h1>
}
