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
  const products = new Float64Array(ROWS)
  for (let j = 0; j < size; j += 1) {
    let pivot = 0
    for (let i = j; i < size; i += ROWS) {
      const rows = Math.min(ROWS, size - i)
      rowProducts(lower, j * size, lower, i * size, size, rows, j, products)
      for (let row = 0; row < rows; row += 1) {
        const place = (i + row) * size + j
        const rest = (matrix[place] ?? 0) - (products[row] ?? 0)
        if (i + row === j) pivot = Math.sqrt(rest)
        if (!(pivot > 0)) throw new Error('the normal matrix is not positive definite')
        lower[place] = i + row === j ? pivot : rest / pivot
      }
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

/** A⁻¹, both triangles filled: U = (L⁻¹)ᵀ first, then U·Uᵀ; both as products of rows, which lie together in memory. */
export function inverse({ size, lower }: Factor): Float64Array {
  const upper = new Float64Array(size * size)
  const products = new Float64Array(ROWS)
  for (let i = 0; i < size; i += 1) {
    const pivot = lower[i * size + i] ?? 1
    for (let j = 0; j < i; j += ROWS) {
      const rows = Math.min(ROWS, i - j)
      rowProducts(lower, i * size + j, upper, j * size + j, size, rows, i - j, products)
      for (let row = 0; row < rows; row += 1) upper[(j + row) * size + i] = -(products[row] ?? 0) / pivot
    }
    upper[i * size + i] = 1 / pivot
  }
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += ROWS) {
      const rows = Math.min(ROWS, i + 1 - j)
      rowProducts(upper, i * size + i, upper, j * size + i, size, rows, size - i, products)
      for (let row = 0; row < rows; row += 1) {
        result[i * size + j + row] = products[row] ?? 0
        result[(j + row) * size + i] = products[row] ?? 0
      }
    }
  return result
}

/** Four sums run beside each other, since each addition waits for the one before it, and share what is read. */
const ROWS = 4

/** into[r] = Σ a[k]·b[r·stride + k] over `length` members, for one to four rows r. */
function rowProducts(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  stride: number,
  rows: number,
  length: number,
  into: Float64Array,
) {
  if (rows < ROWS) {
    for (let row = 0; row < rows; row += 1) {
      let sum = 0
      for (let k = 0; k < length; k += 1) sum += (a[aStart + k] ?? 0) * (b[bStart + row * stride + k] ?? 0)
      into[row] = sum
    }
    return
  }
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let k = 0; k < length; k += 1) {
    const factor = a[aStart + k] ?? 0
    const place = bStart + k
    first += factor * (b[place] ?? 0)
    second += factor * (b[place + stride] ?? 0)
    third += factor * (b[place + 2 * stride] ?? 0)
    fourth += factor * (b[place + 3 * stride] ?? 0)
  }
  into[0] = first
  into[1] = second
  into[2] = third
  into[3] = fourth
}
