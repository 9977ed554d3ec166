import { codeOf, done, makeJury } from '../judging/testing'
import { openSession } from '../session'
import { claimJurorLink } from './claim-juror-link'
import { makeJurorLink } from './make-juror-link'
import { proveJurorLink } from './prove-juror-link'
import { drawToken } from './token'

export const PHONE = drawToken()
export const LAPTOP = drawToken()
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1'

export const tokenOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** A jury with a fresh link for its rector's seat. */
export async function withLink() {
  const jury = await makeJury()
  const { juror } = jury.rector
  const { path } = await done(makeJurorLink(jury.organizer, { juror }))
  return { ...jury, juror, token: tokenOf(path), path }
}

/** Presses Start, as a device with this secret and agent, and gives the session it is let in with. */
export async function start(token: string, device: string, agent = IPHONE) {
  const claimed = await codeOf(claimJurorLink({ token, device }))
  if (typeof claimed === 'string') return claimed
  const proven = await proveJurorLink({ token, device })
  return proven ? openSession(proven.person, agent, proven.link) : 'not proven'
}
