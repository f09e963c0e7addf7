import { CameHere } from './came-here.tsx'

export default function CameToOrganisation({ id }: { id: string }) {
  return <CameHere kind="organisation" id={id} />
}
