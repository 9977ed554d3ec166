import { letterKey } from '@/domain/organizations/name'

/** What a column of a list can hold. `familyFirstName` is a full name that begins with the family name. */
export const FIELDS = [
  'firstName',
  'lastName',
  'fullName',
  'familyFirstName',
  'email',
  'programme',
  'year',
  'team',
  'phone',
] as const
export type Field = (typeof FIELDS)[number]

/** The language a list's headings are written in. */
export const LANGUAGES = ['en', 'fr', 'az', 'ru', 'tr'] as const
export type Language = (typeof LANGUAGES)[number]

const HEADINGS: Readonly<Record<Language, Readonly<Record<Field, readonly string[]>>>> = {
  en: {
    firstName: ['First name', 'Given name', 'Given names', 'Forename'],
    lastName: ['Last name', 'Surname', 'Family name'],
    fullName: ['Name', 'Full name', 'Student', 'Student name', 'Participant', 'First and last name'],
    familyFirstName: ['Last name, first name', 'Surname, name', 'Surname and name'],
    email: ['Email', 'E-mail', 'Mail', 'Email address', 'E-mail address'],
    programme: ['Programme', 'Program', 'Faculty', 'Field of study', 'Speciality', 'Major', 'Department'],
    year: ['Year', 'Year of study', 'Study year'],
    team: ['Team', 'Team name'],
    phone: ['Phone', 'Phone number', 'Mobile', 'Telephone'],
  },
  fr: {
    firstName: ['Prénom', 'Prénoms'],
    lastName: ['Nom', 'Nom de famille'],
    fullName: ['Nom complet', 'Prénom et nom', 'Prénom nom', 'Étudiant'],
    familyFirstName: ['Nom et prénom', 'Nom, prénom', 'Nom prénom'],
    email: ['Courriel', 'E-mail', 'Email', 'Mél', 'Adresse électronique', 'Adresse e-mail', 'Adresse mail'],
    programme: ['Filière', 'Formation', 'Spécialité', 'Faculté', 'Département', 'Programme'],
    year: ['Année', "Année d'étude", "Année d'études", 'Niveau'],
    team: ['Équipe', "Nom de l'équipe", "Nom d'équipe"],
    phone: ['Téléphone', 'Portable', 'Mobile'],
  },
  az: {
    firstName: ['Ad', 'Adı'],
    lastName: ['Soyad', 'Soyadı', 'Familiya'],
    fullName: ['Ad Soyad', 'Adı Soyadı', 'Ad və soyad', 'Tələbə'],
    familyFirstName: ['Soyad Ad', 'Soyadı, adı', 'Soyad, ad, ata adı', 'S.A.A.'],
    email: ['E-poçt', 'E-poçt ünvanı', 'Elektron poçt', 'Poçt', 'E-mail', 'Email'],
    programme: ['İxtisas', 'Fakültə', 'Proqram', 'Kafedra'],
    year: ['Kurs', 'Təhsil ili', 'İl'],
    team: ['Komanda', 'Komandanın adı', 'Komanda adı'],
    phone: ['Telefon', 'Mobil', 'Telefon nömrəsi'],
  },
  ru: {
    firstName: ['Имя'],
    lastName: ['Фамилия'],
    fullName: ['Имя Фамилия', 'Имя и фамилия', 'Студент'],
    familyFirstName: ['ФИО', 'Ф.И.О.', 'Фамилия Имя', 'Фамилия и имя', 'Фамилия Имя Отчество'],
    email: [
      'Почта',
      'Электронная почта',
      'Эл. почта',
      'Адрес электронной почты',
      'Эл. адрес',
      'E-mail',
      'Email',
    ],
    programme: ['Специальность', 'Факультет', 'Направление', 'Программа', 'Кафедра'],
    year: ['Курс', 'Год обучения'],
    team: ['Команда', 'Название команды'],
    phone: ['Телефон', 'Номер телефона', 'Мобильный'],
  },
  tr: {
    firstName: ['Ad', 'Adı', 'İsim'],
    lastName: ['Soyad', 'Soyadı', 'Soyisim'],
    fullName: ['Ad Soyad', 'Adı Soyadı', 'İsim Soyisim', 'Öğrenci'],
    familyFirstName: ['Soyad Ad', 'Soyadı Adı'],
    email: ['E-posta', 'E-posta adresi', 'Eposta', 'E-mail', 'Email', 'Mail'],
    programme: ['Bölüm', 'Fakülte', 'Program'],
    year: ['Sınıf', 'Yıl', 'Öğrenim yılı'],
    team: ['Takım', 'Takım adı', 'Ekip'],
    phone: ['Telefon', 'Cep telefonu'],
  },
}

const KNOWN: Readonly<Record<Language, ReadonlyMap<string, Field>>> = {
  en: byKey('en'),
  fr: byKey('fr'),
  az: byKey('az'),
  ru: byKey('ru'),
  tr: byKey('tr'),
}

function byKey(language: Language): ReadonlyMap<string, Field> {
  return new Map(
    FIELDS.flatMap((field) => HEADINGS[language][field].map((name) => [letterKey(name), field] as const)),
  )
}

/** What a heading says in a language, with a remark in brackets or an asterisk left aside; null when unknown. */
export function fieldOf(heading: string, language: Language): Field | null {
  const known = KNOWN[language]
  return known.get(letterKey(heading)) ?? known.get(letterKey(heading.split(/[([]/u, 1)[0] ?? '')) ?? null
}

/** The language that recognises most of the headings, and how many it does. */
export function languageOf(headings: readonly string[]): { language: Language; recognised: number } {
  const counts = LANGUAGES.map((language) => ({
    language,
    recognised: new Set(headings.map((heading) => fieldOf(heading, language)).filter(Boolean)).size,
  }))
  return counts.reduce((best, next) => (next.recognised > best.recognised ? next : best))
}

/**
 * A field for each column, null where a column is left out. `remembered` (letter key of a heading → field or
 * null) goes before the synonyms. Each field is taken once, what is remembered first and then from the first column
 * that has it; a guessed column for names holds full names where it is the only one, whatever the heading says.
 */
export function mapColumns(
  headings: readonly string[],
  remembered: ReadonlyMap<string, Field | null> = new Map(),
): (Field | null)[] {
  const { language } = languageOf(headings)
  const taken = new Set<Field>()
  const take = (field: Field | null) => {
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const told = headings.map((heading) => remembered.get(letterKey(heading)))
  const known = told.map((field) => (field === undefined ? undefined : take(field)))
  const columns = known.map((field, at) =>
    field === undefined ? take(anyFieldOf(headings[at] ?? '', language)) : field,
  )
  const settled = settleNames(columns)
  return columns.map((field, at) => (known[at] ? field : (settled[at] ?? null)))
}

function anyFieldOf(heading: string, language: Language): Field | null {
  for (const candidate of [language, ...LANGUAGES]) {
    const field = fieldOf(heading, candidate)
    if (field) return field
  }
  return null
}

function settleNames(columns: (Field | null)[]): (Field | null)[] {
  const has = (field: Field) => columns.includes(field)
  if (has('firstName') && has('lastName'))
    return columns.map((field) => (field === 'fullName' || field === 'familyFirstName' ? null : field))
  const full = has('fullName') ? 'fullName' : has('familyFirstName') ? 'familyFirstName' : null
  return columns.map((field) => {
    if (field !== 'firstName' && field !== 'lastName') return field
    return full === null ? 'fullName' : null
  })
}
