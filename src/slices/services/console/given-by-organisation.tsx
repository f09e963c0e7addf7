import { useTexts } from '#ui/language.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { ServicesFew } from './services-few.tsx'

/** On the page of an organisation: what it gives. */
export default function GivenByOrganisation({ id }: { id: string }) {
  const page = useTexts(servicePageMessages)
  return <ServicesFew title={page.servicesOf} of={{ keeper: [id] }} all={`/services?keeper=${id}`} />
}
