import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import type { OrganisationKind } from './organisation.ts'
import { insertCounty, insertOrganisation } from './organisation-store.ts'

type Row = [short: string, parent: string | null, kind: OrganisationKind, name: string, nameEn: string]

/** Tianquan's towns and villages are real place names; the offices are what every county has. */
const tianquan: Row[] = [
  ['天全县', null, 'county', '天全县', 'Tianquan County'],
  ['县委办', '天全县', 'office', '天全县委办公室', 'County Party Committee Office'],
  ['县总工会', '天全县', 'union', '天全县总工会', 'County Federation of Trade Unions'],
  ['团县委', '天全县', 'league', '共青团天全县委员会', 'County Youth League Committee'],
  ['县妇联', '天全县', 'women', '天全县妇女联合会', "County Women's Federation"],
  ['县红十字会', '天全县', 'red-cross', '天全县红十字会', 'County Red Cross'],
  ['县群团中心', '天全县', 'centre', '天全县群团综合服务中心', "Mass Organisations' Service Centre"],
  [
    '县人社局',
    '天全县',
    'department',
    '天全县人力资源和社会保障局',
    'Human Resources and Social Security Bureau',
  ],
  ['县农业农村局', '天全县', 'department', '天全县农业农村局', 'Agriculture and Rural Affairs Bureau'],
  ['县民政局', '天全县', 'department', '天全县民政局', 'Civil Affairs Bureau'],
  ['县中医医院', '天全县', 'institution', '天全县中医医院', 'County Hospital of Chinese Medicine'],
  [
    '园区管委会',
    '天全县',
    'institution',
    '天全县现代农业园区管理委员会',
    'Modern Agriculture Park Committee',
  ],
  [
    '物流园管委会',
    '天全县',
    'institution',
    '天全县物流（旅游）产业园管理委员会',
    'Logistics and Tourism Park Committee',
  ],
  [
    '人社局团支部',
    '县人社局',
    'branch',
    '共青团天全县人力资源和社会保障局支部',
    'Youth League Branch of the HR Bureau',
  ],
  ['城厢镇', '天全县', 'township', '城厢镇', 'Chengxiang Town'],
  ['始阳镇', '天全县', 'township', '始阳镇', 'Shiyang Town'],
  ['思经镇', '天全县', 'township', '思经镇', 'Sijing Town'],
  ['仁义镇', '天全县', 'township', '仁义镇', 'Renyi Town'],
  ['喇叭河镇', '天全县', 'township', '喇叭河镇', 'Labahe Town'],
  ['小河镇', '天全县', 'township', '小河镇', 'Xiaohe Town'],
  ['新场镇', '天全县', 'township', '新场镇', 'Xinchang Town'],
  ['凤翔社区', '始阳镇', 'village', '始阳镇凤翔社区', 'Fengxiang Community'],
  ['新村社区', '始阳镇', 'village', '始阳镇新村社区', 'Xincun Community'],
  ['团结村', '思经镇', 'village', '思经镇团结村', 'Tuanjie Village'],
  ['红军村', '仁义镇', 'village', '仁义镇红军村', 'Hongjun Village'],
  ['向阳社区', '城厢镇', 'village', '城厢镇向阳社区', 'Xiangyang Community'],
]

const mingshan: Row[] = [
  ['名山区', null, 'county', '名山区', 'Mingshan District'],
  ['区委办', '名山区', 'office', '名山区委办公室', 'District Party Committee Office'],
  ['区总工会', '名山区', 'union', '名山区总工会', 'District Federation of Trade Unions'],
]

/** Loads the demo county, or its neighbour, whose only use is that nobody here may see it. */
export async function loadDemoOrganisations(demo: Demo): Promise<void> {
  const [rows, county] =
    demo.county === '511825'
      ? [tianquan, { county: '511825', name: '天全县', nameEn: 'Tianquan County' }]
      : [mingshan, { county: demo.county, name: '名山区', nameEn: 'Mingshan District' }]
  await inTransaction(demo.database, { county: county.county, person: null }, async (tx) => {
    await insertCounty(tx, county)
    const paths = new Map<string, string[]>()
    for (const [shortName, parent, kind, name, nameEn] of rows) {
      const id = demo.id(`organisation ${name}`)
      const above = parent ? (paths.get(parent) ?? []) : []
      paths.set(shortName, [...above, id])
      demo.shared.set(`organisation ${shortName}`, id)
      await insertOrganisation(tx, {
        county: county.county,
        id,
        parent: above.at(-1) ?? null,
        path: [...above, id],
        kind,
        name,
        nameEn,
        shortName,
        at: demo.daysAgo(120),
      })
    }
  })
}
