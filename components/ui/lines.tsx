/** Sentences under each other, parted by hairlines. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="hairlines">
      {lines.map((line) => (
        <li key={line} className="py-2.5">
          {line}
        </li>
      ))}
    </ul>
  )
}
