/** SHA-256 of a text in hex: the rules know no library that computes it. */
export type Sha256 = (text: string) => string
