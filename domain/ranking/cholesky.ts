/** The lower triangle L of a positive definite matrix A = L·Lᵀ; size × size, row by row, zero above the diagonal. */
export interface Factor {
  readonly size: number
  readonly lower: Float64Array
}

/**
 * Cholesky's factor of `matrix` (row by row; only the lower triangle is read).
 * @throws when the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, size: number): Factor {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    const row = i * size
    for (let j = 0; j <= i; j += 1) {
      const rest = (matrix[row + j] ?? 0) - dot(lower, row, lower, j * size, j)
      if (j < i) lower[row + j] = rest / (lower[j * size + j] ?? 1)
      else if (rest > 0) lower[row + j] = Math.sqrt(rest)
      else throw new Error('the normal matrix is not positive definite')
    }
  }
  return { size, lower }
}

/** x with A·x = b. */
export function solve({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let i = 0; i < size; i += 1)
    x[i] = ((x[i] ?? 0) - dot(lower, i * size, x, 0, i)) / (lower[i * size + i] ?? 1)
  for (let i = size - 1; i >= 0; i -= 1) {
    const value = (x[i] ?? 0) / (lower[i * size + i] ?? 1)
    x[i] = value
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (lower[i * size + k] ?? 0) * value
  }
  return x
}

/** A⁻¹, both triangles filled: U = (L⁻¹)ᵀ first, then U·Uᵀ; both as products of rows, which lie together in memory. */
export function inverse({ size, lower }: Factor): Float64Array {
  const upper = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    const pivot = lower[i * size + i] ?? 1
    for (let j = 0; j < i; j += 1)
      upper[j * size + i] = -dot(lower, i * size + j, upper, j * size + j, i - j) / pivot
    upper[i * size + i] = 1 / pivot
  }
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      const value = dot(upper, i * size + i, upper, j * size + i, size - i)
      result[i * size + j] = value
      result[j * size + i] = value
    }
  return result
}

/** Σ a·b over `length` members. Four running sums, since each addition waits for the one before it. */
function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let k = 0
  for (; k + 3 < length; k += 4) {
    const x = aStart + k
    const y = bStart + k
    first += (a[x] ?? 0) * (b[y] ?? 0)
    second += (a[x + 1] ?? 0) * (b[y + 1] ?? 0)
    third += (a[x + 2] ?? 0) * (b[y + 2] ?? 0)
    fourth += (a[x + 3] ?? 0) * (b[y + 3] ?? 0)
  }
  for (; k < length; k += 1) first += (a[aStart + k] ?? 0) * (b[bStart + k] ?? 0)
  return first + second + (third + fourth)
}
