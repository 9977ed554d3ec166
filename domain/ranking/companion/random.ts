/** A stream of evenly spread numbers from 0 up to, not reaching, 1. */
export type Random = () => number

/** The same stream for the same seed on every machine: 32-bit whole numbers only (sfc32, seeded by mixing the text). */
export function randomOf(seed: string): Random {
  let [a, b, c] = mix(seed)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  // The first numbers still resemble the seed.
  for (let skipped = 0; skipped < 15; skipped += 1) next()
  return next
}

/** Draws from the standard normal distribution by the polar method, which gives them in pairs. */
export function normalsOf(random: Random): () => number {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const x = 2 * random() - 1
      const y = 2 * random() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square)
        spare = y * scale
        return x * scale
      }
    }
  }
}

/** Three 32-bit numbers that each depend on every character (FNV-1a from three beginnings). */
function mix(text: string): [number, number, number] {
  const fold = (start: number) => {
    let hash = start
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
    return hash
  }
  return [fold(0x811c9dc5), fold(0x9e3779b9), fold(0x85ebca6b)]
}
