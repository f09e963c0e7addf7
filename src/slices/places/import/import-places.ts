import type { ImportKind } from '#platform/import/import-kind.ts'
import { nameKey } from '../place-name.ts'
import { placeImportFields } from './place-import-fields.ts'
import { oneLine } from './read-place-cells.ts'
import { readPlaceRows } from './read-place-rows.ts'
import { addPlaceRows, mergePlaceRows, takeBackPlaceRows } from './write-place-rows.ts'

/** Places out of a spreadsheet. */
export const importPlaces: ImportKind = {
  kind: 'place',
  name: { zh: '阵地', en: 'Places' },
  permission: 'place.manage',
  reach: 'rows',
  fields: placeImportFields,
  keyOf: (cells) => nameKey(oneLine(cells.name?.text)) || null,
  onlyOne: true,
  read: readPlaceRows,
  add: addPlaceRows,
  merge: mergePlaceRows,
  takeBack: takeBackPlaceRows,
}
