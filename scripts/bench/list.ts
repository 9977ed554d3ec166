/** Synthetic lists of five universities as CSV: so many students in all, four to a team; `of` tells them from others. */
export function listsOf(rows: number, of: string): { name: string; text: string }[] {
  return UNIVERSITIES.map((university) => {
    const lines = Array.from({ length: rows / UNIVERSITIES.length }, (_, at) => {
      const given = GIVEN[at % GIVEN.length]
      const family = FAMILY[Math.floor(at / GIVEN.length) % FAMILY.length]
      const team = `${of} ${university} ${wordOf(Math.floor(at / 4))}`
      return `${given} ${at},${family},${of}${at}@${university}.example,Engineering ${at % 40},${(at % 5) + 1},${team}`
    })
    const head = 'First name,Last name,Email,Programme,Year,Team'
    return { name: `${university}-${of}.csv`, text: `${head}\n${lines.join('\n')}\n` }
  })
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
