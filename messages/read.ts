import azMail from './az/mail.json'
import azMinutes from './az/minutes.json'
import access from './en/access.json'
import account from './en/account.json'
import administration from './en/administration.json'
import calibration from './en/calibration.json'
import challenges from './en/challenges.json'
import checkIn from './en/check-in.json'
import demo from './en/demo.json'
import desk from './en/desk.json'
import doctor from './en/doctor.json'
import editions from './en/editions.json'
import errors from './en/errors.json'
import events from './en/events.json'
import founding from './en/founding.json'
import home from './en/home.json'
import importSentences from './en/import.json'
import importList from './en/import-list.json'
import institutions from './en/institutions.json'
import judging from './en/judging.json'
import jurorLinks from './en/juror-links.json'
import locks from './en/locks.json'
import look from './en/look.json'
import mail from './en/mail.json'
import messagesToPeople from './en/messages-to-people.json'
import minutes from './en/minutes.json'
import news from './en/news.json'
import organizations from './en/organizations.json'
import organize from './en/organize.json'
import paper from './en/paper.json'
import privacy from './en/privacy.json'
import promotion from './en/promotion.json'
import ranking from './en/ranking.json'
import accessRefusals from './en/refusals/access.json'
import challengesRefusals from './en/refusals/challenges.json'
import eventsRefusals from './en/refusals/events.json'
import importRefusals from './en/refusals/import.json'
import judgingRefusals from './en/refusals/judging.json'
import messagesRefusals from './en/refusals/messages.json'
import organizationsRefusals from './en/refusals/organizations.json'
import promotionRefusals from './en/refusals/promotion.json'
import publishingRefusals from './en/refusals/publishing.json'
import rankingRefusals from './en/refusals/ranking.json'
import registrationRefusals from './en/refusals/registration.json'
import scheduleRefusals from './en/refusals/schedule.json'
import signInRefusals from './en/refusals/sign-in.json'
import storageRefusals from './en/refusals/storage.json'
import submissionsRefusals from './en/refusals/submissions.json'
import teamsRefusals from './en/refusals/teams.json'
import registration from './en/registration.json'
import results from './en/results.json'
import rubric from './en/rubric.json'
import schedule from './en/schedule.json'
import signing from './en/signing.json'
import stage from './en/stage.json'
import submissions from './en/submissions.json'
import teams from './en/teams.json'
import verify from './en/verify.json'
import frMail from './fr/mail.json'
import frMinutes from './fr/minutes.json'

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
  ...messagesRefusals,
  ...scheduleRefusals,
}

const en = {
  access,
  account,
  administration,
  mail,
  demo,
  errors,
  founding,
  home,
  editions,
  events,
  schedule,
  stage,
  institutions,
  organizations,
  registration,
  privacy,
  import: importSentences,
  importList,
  teams,
  submissions,
  challenges,
  organize,
  judging,
  jurorLinks,
  desk,
  calibration,
  paper,
  ranking,
  results,
  rubric,
  locks,
  promotion,
  news,
  look,
  signing,
  verify,
  minutes,
  doctor,
  checkIn,
  messagesToPeople,
  refusals,
}

/** What is written in other languages so far: what people read in their own, the minutes a jury signs and the mail. */
const OTHERS: Readonly<Record<string, { readonly minutes: typeof minutes; readonly mail: typeof mail }>> = {
  fr: { minutes: frMinutes, mail: frMail },
  az: { minutes: azMinutes, mail: azMail },
}

/** All sentences of a language, one file a noun. English is written first; the others follow its keys. */
export function readMessages(locale: string) {
  return { ...en, ...OTHERS[locale] }
}
