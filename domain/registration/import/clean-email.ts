const SHAPE =
  /^[^\s@<>()[\]\\,;:"']{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u

/**
 * An address as it is compared and kept: lower case in every locale alike (İ, I and ı are all the i of the
 * keyboard that typed them), without space, invisible characters, `mailto:` or angle brackets around it.
 */
export function foldEmail(address: string): string {
  return address
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .trim()
    .replace(/^<?(?:mailto:)?|>$/giu, '')
    .replace(/[İı]/g, 'i')
    .toLowerCase()
}

/** Whether a folded address has the shape of one; whether a mailbox answers only a mail can tell. */
export function isEmail(address: string): boolean {
  return address.length <= 254 && SHAPE.test(address) && !/^\.|\.\.|\.@/.test(address)
}
