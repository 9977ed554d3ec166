/** An exact quotient; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The decimal a number is written as, exactly: 0.1 is one tenth, not the double nearest to it. */
export function fraction(value: number): Fraction {
  const written = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!written) throw new RangeError(`${value} is not a decimal`)
  const [, whole = '0', decimals = '', exponent = '0'] = written
  const digits = BigInt(whole + decimals)
  const shift = Number(exponent) - decimals.length
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) }
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

/** The double nearest to a quotient that is not negative: 64 bits and a sticky last one, rounded once. */
export function nearestNumber({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0
  const bits = numerator.toString(2).length - denominator.toString(2).length
  const shift = Math.max(0, 64 - bits)
  const shifted = numerator << BigInt(shift)
  const quotient = shifted / denominator
  const sticky = shifted % denominator === 0n ? quotient : quotient | 1n
  return Number(sticky) / 2 ** shift
}
