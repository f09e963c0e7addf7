import { EnvironmentOutlined, PlusOutlined } from '@ant-design/icons'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { ConsoleCommand, ConsolePage, RecordKind } from '#ui/console-slice.ts'
import { placeMessages } from '../place-messages.ts'
import { placePageMessages } from '../place-page-messages.ts'

const { zh, en } = placeMessages
const page = placePageMessages

export const pages: ConsolePage[] = [
  {
    path: 'places',
    title: { zh: zh.title, en: en.title },
    load: () => import('./places-page.tsx'),
    needs: 'place.read',
    nav: {
      label: { zh: zh.title, en: en.title },
      icon: EnvironmentOutlined,
      order: 10,
      group: 'records',
      words: 'zhendi zd changsuo cs didian dd yizhan yz places',
    },
  },
  {
    path: 'places/new',
    title: { zh: page.zh.add, en: page.en.add },
    load: () => import('./add-place-page.tsx'),
    needs: 'place.manage',
  },
  {
    path: 'places/:place',
    title: { zh: zh.record, en: en.record },
    load: () => import('./place-page.tsx'),
    needs: 'place.read',
  },
]

export const commands: ConsoleCommand[] = [
  {
    id: 'place.add',
    label: { zh: page.zh.add, en: page.en.add },
    words: 'dengjizhendi djzd xinzeng register add place',
    icon: PlusOutlined,
    needs: 'place.manage',
    href: '/places/new',
  },
  {
    id: 'place.mine',
    label: { zh: '看本单位的阵地', en: 'Show the places of my organisation' },
    words: 'benbanwei bdw wode zhendi mine places',
    icon: EnvironmentOutlined,
    needs: 'place.manage',
    href: '/places?keeper=mine',
  },
]

export const kinds: Record<string, RecordKind> = {
  place: { label: { zh: zh.record, en: en.record }, icon: EnvironmentOutlined },
}

const LoadedPlacePicker = lazy(async () => ({ default: (await import('./place-picker.tsx')).PlacePicker }))
const LoadedPersonPicker = lazy(async () => ({
  default: (await import('./keeper-person-picker.tsx')).KeeperPersonPicker,
}))

/** A field that chooses one open place, for other slices' forms; its code comes when it is first shown. */
export function PlacePicker(props: ComponentProps<typeof LoadedPlacePicker>) {
  return (
    <Suspense fallback={null}>
      <LoadedPlacePicker {...props} />
    </Suspense>
  )
}

/** A field that chooses who is in charge, likewise. */
export function KeeperPersonPicker(props: ComponentProps<typeof LoadedPersonPicker>) {
  return (
    <Suspense fallback={null}>
      <LoadedPersonPicker {...props} />
    </Suspense>
  )
}

export { useMay, useOwnOrganisation } from './signed-in.ts'
