import { CameHere } from './came-here.tsx'

export default function CameToPlace({ id }: { id: string }) {
  return <CameHere kind="place" id={id} />
}
