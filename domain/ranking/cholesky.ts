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
      const other = j * size
      let rest = matrix[row + j] ?? 0
      for (let k = 0; k < j; k += 1) rest -= (lower[row + k] ?? 0) * (lower[other + k] ?? 0)
      if (j < i) lower[row + j] = rest / (lower[other + j] ?? 1)
      else if (rest > 0) lower[row + j] = Math.sqrt(rest)
      else throw new Error('the normal matrix is not positive definite')
    }
  }
  return { size, lower }
}

/** x with A·x = b. */
export function solve({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let i = 0; i < size; i += 1) {
    let rest = x[i] ?? 0
    for (let k = 0; k < i; k += 1) rest -= (lower[i * size + k] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i * size + i] ?? 1)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const value = (x[i] ?? 0) / (lower[i * size + i] ?? 1)
    x[i] = value
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (lower[i * size + k] ?? 0) * value
  }
  return x
}

/** A⁻¹, both triangles filled: the inverse of L first, then (L⁻¹)ᵀ·L⁻¹. */
export function inverse(factor: Factor): Float64Array {
  const { size } = factor
  const rows = inverseOfLower(factor)
  const result = new Float64Array(size * size)
  for (let k = 0; k < size; k += 1)
    for (let i = 0; i <= k; i += 1) {
      const weight = rows[k * size + i] ?? 0
      if (weight === 0) continue
      for (let j = 0; j <= i; j += 1)
        result[i * size + j] = (result[i * size + j] ?? 0) + weight * (rows[k * size + j] ?? 0)
    }
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) result[j * size + i] = result[i * size + j] ?? 0
  return result
}

function inverseOfLower({ size, lower }: Factor): Float64Array {
  const rows = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    const row = i * size
    for (let k = 0; k < i; k += 1) {
      const weight = lower[row + k] ?? 0
      if (weight === 0) continue
      for (let j = 0; j <= k; j += 1)
        rows[row + j] = (rows[row + j] ?? 0) - weight * (rows[k * size + j] ?? 0)
    }
    const pivot = lower[row + i] ?? 1
    for (let j = 0; j < i; j += 1) rows[row + j] = (rows[row + j] ?? 0) / pivot
    rows[row + i] = 1 / pivot
  }
  return rows
}
