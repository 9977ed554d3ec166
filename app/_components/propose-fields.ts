import { plainAddress } from '@/domain/address'
import { proposePlace } from '@/domain/places/propose-place'

/**
 * Fills in what the field just typed in tells of others: the address of a name, the time zone and coordinates of a city.
 * What somebody wrote there themselves stays. Without a script they stay empty, and the server proposes the same.
 */
export function proposeFields(form: HTMLFormElement, typedIn: EventTarget): void {
  const typed =
    typedIn instanceof HTMLInputElement || typedIn instanceof HTMLSelectElement ? typedIn.name : ''
  const textIn = (name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ''
  }
  if (typed === 'competition') propose(form, 'address', plainAddress(textIn('competition')))
  if (typed === 'country' || typed === 'city') {
    const place = proposePlace(textIn('country'), textIn('city'))
    propose(form, 'timeZone', place?.timeZone ?? '')
    propose(form, 'latitude', place ? String(place.latitude) : '')
    propose(form, 'longitude', place ? String(place.longitude) : '')
  }
}

function propose(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (field.value !== '' && field.value !== field.dataset.proposed) return
  field.value = value
  field.dataset.proposed = field.value
}
