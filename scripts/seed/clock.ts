import { turnClockTo } from '@/server/clock'

/** Turns the competition's clock to a moment of Baku, such as `2018-05-14 10:05`. */
export function atBaku(moment: string): void {
  turnClockTo(new Date(`${moment.replace(' ', 'T')}:00+04:00`))
}
