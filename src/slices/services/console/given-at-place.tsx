import { useTexts } from '#ui/language.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { ServicesFew } from './services-few.tsx'

/** On the page of a place: what is given there. */
export default function GivenAtPlace({ id }: { id: string }) {
  const page = useTexts(servicePageMessages)
  return <ServicesFew title={page.servicesHere} of={{ place: id }} />
}
