import access from './en/access.json'
import account from './en/account.json'
import challenges from './en/challenges.json'
import demo from './en/demo.json'
import desk from './en/desk.json'
import doctor from './en/doctor.json'
import editions from './en/editions.json'
import errors from './en/errors.json'
import events from './en/events.json'
import home from './en/home.json'
import importSentences from './en/import.json'
import importList from './en/import-list.json'
import institutions from './en/institutions.json'
import judging from './en/judging.json'
import look from './en/look.json'
import mail from './en/mail.json'
import news from './en/news.json'
import organizations from './en/organizations.json'
import organize from './en/organize.json'
import promotion from './en/promotion.json'
import ranking from './en/ranking.json'
import accessRefusals from './en/refusals/access.json'
import challengesRefusals from './en/refusals/challenges.json'
import eventsRefusals from './en/refusals/events.json'
import importRefusals from './en/refusals/import.json'
import judgingRefusals from './en/refusals/judging.json'
import organizationsRefusals from './en/refusals/organizations.json'
import promotionRefusals from './en/refusals/promotion.json'
import publishingRefusals from './en/refusals/publishing.json'
import rankingRefusals from './en/refusals/ranking.json'
import registrationRefusals from './en/refusals/registration.json'
import signInRefusals from './en/refusals/sign-in.json'
import storageRefusals from './en/refusals/storage.json'
import submissionsRefusals from './en/refusals/submissions.json'
import teamsRefusals from './en/refusals/teams.json'
import registration from './en/registration.json'
import results from './en/results.json'
import schedule from './en/schedule.json'
import submissions from './en/submissions.json'
import teams from './en/teams.json'

const refusals = {
  ...accessRefusals,
  ...eventsRefusals,
  ...signInRefusals,
  ...registrationRefusals,
  ...teamsRefusals,
  ...submissionsRefusals,
  ...challengesRefusals,
  ...organizationsRefusals,
  ...importRefusals,
  ...judgingRefusals,
  ...rankingRefusals,
  ...publishingRefusals,
  ...promotionRefusals,
  ...storageRefusals,
}

const en = {
  access,
  account,
  mail,
  demo,
  errors,
  home,
  editions,
  events,
  schedule,
  institutions,
  organizations,
  registration,
  import: importSentences,
  importList,
  teams,
  submissions,
  challenges,
  organize,
  judging,
  desk,
  ranking,
  results,
  promotion,
  news,
  look,
  doctor,
  refusals,
}

/** All sentences of a language, one file a noun. English is written first; the others follow its keys. */
export function readMessages(_locale: string) {
  return en
}
