/** A synthetic list: so many students of five universities, four to a team, as CSV. */
export function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const university = UNIVERSITIES[at % UNIVERSITIES.length]
    const team = Math.floor(at / (4 * UNIVERSITIES.length)) * UNIVERSITIES.length + (at % UNIVERSITIES.length)
    const given = GIVEN[at % GIVEN.length]
    const family = FAMILY[Math.floor(at / GIVEN.length) % FAMILY.length]
    return `${given} ${at},${family},student${at}@${university}.example,Engineering ${at % 40},${(at % 5) + 1},Team ${wordOf(team)}`
  })
  return `First name,Last name,Email,Programme,Year,Team\n${lines.join('\n')}\n`
}

const UNIVERSITIES = ['ada', 'bhos', 'naa', 'asoiu', 'ufaz'] as const
const GIVEN = [
  'Günel',
  'Anar',
  'Leyla',
  'Tural',
  'Şəbnəm',
  'İlqar',
  'Nərgiz',
  'Orxan',
  'Ülviyyə',
  'Çingiz',
] as const
const FAMILY = ['Əliyev', 'Məmmədova', 'Hüseynzadə', 'Quliyev', 'Tağıyeva', 'Bağırov', 'Rzayeva'] as const
const SYLLABLES = [
  'ba',
  'ko',
  'li',
  'mu',
  'ne',
  'ro',
  'sa',
  'ti',
  'vu',
  'ze',
  'xa',
  'qi',
  'do',
  'fe',
  'gu',
  'ha',
] as const

/** A number as a word of its own: names that differ in more than a letter, as real ones do. */
function wordOf(number: number): string {
  const syllables = [0, 4, 8, 12].map((bits) => SYLLABLES[(number >> bits) & 15])
  return [...syllables, ...syllables.toReversed()].join('')
}
