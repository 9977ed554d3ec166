/**
 * Words of organizations' names in the languages of the lists, by how they begin once folded to plain Latin. What they
 * mean is the same: Universiteti, Université and Университет are one.
 */
const CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  university: ['universi', 'universt'],
  academy: ['academ', 'akadem'],
  school: ['school', 'ecole', 'mekteb', 'shkol', 'okul'],
  institute: ['institu', 'enstitu'],
  college: ['colleg', 'kolle', 'kolej'],
  faculty: ['facult', 'fakult'],
  state: ['state', 'dovlet', 'devlet', 'etat', 'gosudarstv'],
  national: ['national', 'milli', 'natsional', 'ulusal'],
  higher: ['higher', 'ali', 'superieur', 'vyssh', 'yuksek'],
  azerbaijan: ['azerb'],
  french: ['french', 'france', 'franc', 'frans', 'frants', 'frank'],
  baku: ['baku', 'baki', 'bakou', 'bakins', 'bakin'],
  oil: ['oil', 'neft', 'petrol', 'nefty'],
  industry: ['industr', 'senaye', 'sanayi', 'promyshl'],
  aviation: ['aviat', 'aviasiya', 'havacil'],
  technical: ['techni', 'texni', 'tekni', 'tekhni'],
  economics: ['econom', 'ekonom', 'iqtisad'],
  medical: ['medic', 'meditsin', 'tibb', 'tip'],
  engineering: ['engineer', 'ingeni', 'inzhener', 'muhendis'],
  architecture: ['architec', 'arxitek', 'arkhitek', 'memarli', 'mimar'],
}

/** Words that join others and say nothing. */
const JOINERS = new Set(
  'the of and for at in de du des la le les et d l ve i na im imeni adina namina'.split(' '),
)

/** Say what kind of organization it is: many share them. */
export const GENERIC = new Set(
  'university academy school institute college faculty state national higher'.split(' '),
)

/** Say where it is: one name may leave them out. */
export const PLACES = new Set(['azerbaijan', 'baku'])

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ә: 'e', ж: 'zh', з: 'z', и: 'i' },
  ...{ й: 'y', ј: 'y', к: 'k', ҝ: 'g', л: 'l', м: 'm', н: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's' },
  ...{ т: 't', у: 'u', ү: 'u', ф: 'f', х: 'x', һ: 'h', ц: 'ts', ч: 'ch', ҹ: 'c', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

/** Cyrillic letters in Latin ones, as a reader would write them. */
export const inLatin = (folded: string): string =>
  folded.replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? letter)

/** What a word means, where the languages agree on it; else the word. Null for one that says nothing. */
export function conceptOf(word: string): string | null {
  if (JOINERS.has(word)) return null
  for (const [concept, stems] of Object.entries(CONCEPTS)) {
    if (stems.some((stem) => (stem.length < 4 ? word === stem : word.startsWith(stem)))) return concept
  }
  return word
}
