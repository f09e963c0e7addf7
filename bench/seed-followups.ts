import { sql } from 'kysely'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts'
import { searchTerms } from '#platform/search/search-terms.ts'

const county = '511825'

const subjects = [
  '各群团组织',
  '县总工会',
  '县妇联',
  '团县委',
  '县红十字会',
  '各乡镇',
  '服务中心',
  '各村（社区）',
  '县人社局',
  '园区管委会',
]
const objects =
  '职工服务阵地 女大学生就业创业基地 备灾救灾物资仓库 儿童友好公益服务站 劳模创新工作室 零工市场 工会驿站和妇女之家 冷水鱼养殖技能培训班 物流产业园服务窗口 志愿服务队伍 困难职工帮扶档案 青年创业项目 红军村讲解队伍 民族团结进步示范村 返乡农民工就业台账 婚姻家庭纠纷调解室 留守儿童关爱驿站 残疾人康复站 老年食堂 社区矫正帮教小组 快递员休息点 货车司机之家 外卖骑手工会 农家书屋 乡村振兴巾帼行动 青年突击队 应急救护培训 无偿献血宣传 人道救助资金 遗体器官捐献登记 防灾减灾演练 造血干细胞入库 社工人才队伍 公益创投项目 家庭教育指导课堂 妇女小额贷款 两癌免费筛查 母婴设施 职工文体活动 工资集体协商 劳动争议调解 安全生产班组 职业技能竞赛 师带徒结对 金秋助学 夏送清凉 心理咨询热线 少先队校外辅导员 希望小学图书角 西部计划志愿者 青年文明号 预防青少年犯罪 电商直播培训 茶叶合作社 竹编非遗工坊 高山蔬菜基地 乡村旅游接待点 共享会议室 便民服务代办点 群众意见箱'.split(
    ' ',
  )
const demands = [
  '要建好用好管好{o}，公布开放时间和服务清单',
  '要围绕{o}摸清底数、建立台账，做到情况明、措施实',
  '要依托{o}开展形式多样的活动，让群众愿意来、留得住',
  '要在{o}上再着力，推动资源共享、信息互通',
  '希望以{o}为抓手，主动靠前服务，打造可复制的经验',
  '要完善{o}的管理办法，明确专人负责、定期盘点',
]
const places = [
  '思经镇冷水鱼养殖基地',
  '县群团综合服务中心',
  '仁义镇红军村',
  '始阳镇凤翔社区',
  '城厢镇向阳社区',
  '喇叭河镇游客中心',
  '小河镇便民服务站',
  '新场镇文化站',
  '县中医医院',
  '物流旅游产业园',
  '县人力资源和社会保障局',
  '座谈会',
]
const speakers = ['沈知远', '骆清荷', '詹景明', '岑一帆', '卓玉华', '苏曼', '葛云峰', '瞿文涛']

/**
 * Fills the demo county with `count` follow-ups of four years as a county would have them, and their steps.
 * The indexes of words are built once at the end rather than row by row.
 */
export async function seedFollowups(database: Database, count: number): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'followups' and indexdef like '%USING gin%'`.execute(database.kysely)
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(database.kysely)
  await inTransaction(database, { county, person: null }, async (tx) => {
    await seedSentences(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from seed_lead`.execute(tx)
    await seedVisits(tx, Math.ceil(count / 11))
    await seedRows(tx, count, rows[0]?.n ?? 1)
    await seedSteps(tx)
  })
  for (const { definition } of indexes) await sql.raw(definition).execute(database.kysely)
}

async function seedSentences(tx: Tx): Promise<void> {
  const sentences = subjects.flatMap((subject) =>
    objects.flatMap((object) =>
      demands.map((demand) => `${subject}${demand.replace('{o}', object)}，切实把工作做到群众心坎上`),
    ),
  )
  await sql
    .raw(
      `create temp table seed_sentence (n int primary key, quote text, theme text, subject text, terms text[]) on commit drop;
     create temp table seed_place (n int primary key, name text, terms text[]) on commit drop;
     create temp table seed_speaker (n int primary key, name text, terms text[]) on commit drop;
     create temp table seed_lead (n int primary key, id uuid, terms text[]) on commit drop`,
    )
    .execute(tx)
  for (const [n, quote] of sentences.entries()) {
    const theme = objects.find((object) => quote.includes(object)) ?? null
    const subject = subjects.find((one) => quote.startsWith(one)) ?? null
    const terms = searchTerms({ names: [], texts: [quote, theme ?? '', subject ?? ''] })
    await sql`insert into seed_sentence values (${n}, ${quote}, ${theme}, ${subject}, ${terms})`.execute(tx)
  }
  for (const [table, names] of [
    ['seed_place', places],
    ['seed_speaker', speakers],
  ] as const) {
    for (const [n, name] of names.entries()) {
      const terms = searchTerms({ names: [name], texts: [] })
      await sql`insert into ${sql.table(table)} values (${n}, ${name}, ${terms})`.execute(tx)
    }
  }
  const { rows } = await sql<{ id: string; name: string; shortName: string }>`
    select id, name, short_name as "shortName" from organisations where parent is not null order by id`.execute(
    tx,
  )
  for (const [n, { id, name, shortName }] of rows.entries()) {
    const terms = searchTerms({ names: [name, shortName], texts: [] })
    await sql`insert into seed_lead values (${n}, ${id}::uuid, ${terms})`.execute(tx)
  }
}

/** A UUIDv7 of the column `at`, numbered by `i`, so that ids stand in the index as real ones do. */
const idAt = (kind: number) =>
  `(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(${kind} * 16777216 + i), 15, '0'))::uuid`

/** One every few hours over four years, each confirmed on the day on which it was read. */
async function seedVisits(tx: Tx, visits: number): Promise<void> {
  await sql
    .raw(
      `create temp table seed_visit on commit drop as
       select i, at, ${idAt(1)} as id from (
         select i::int, now() - (1400 - i * 1399.0 / ${visits}) * interval '1 day' as at from generate_series(1, ${visits}) i
       ) dated;
       insert into visits (county, id, organisation, at, original, text_hash, reading, content, version, terms)
       select '${county}', v.id, (select id from organisations where parent is null), v.at, '', 'seed ' || v.i, '{}', '{}', 1, ''
       from seed_visit v;
       insert into visit_confirmations (county, visit, day, at)
       select '${county}', id, at::date, at from seed_visit`,
    )
    .execute(tx)
}

/** Seven in ten are closed, as after four years; the rest stand in every way, due from a month ago to three months ahead. */
async function seedRows(tx: Tx, count: number, leads: number): Promise<void> {
  const today = dayOf(new Date())
  await sql
    .raw(
      `select setseed(0.511825);
       create temp table seed_followup on commit drop as
       select i, at, visit, ${idAt(2)} as id, sentence, place, speaker,
         case when dice < 0.70 then 'closed' when dice < 0.73 then 'withdrawn' when dice < 0.79 then 'open'
              when dice < 0.83 then 'assigned' when dice < 0.86 then 'closing' when dice < 0.88 then 'returned'
              else 'underway' end as state,
         case when due < 0.6 then date '${addDays(today, -30)}' + (due * 200)::int end as running_due,
         case when due < 0.6 then at::date + 20 + (due * 100)::int end as ended_due,
         least(${leads - 1}, floor(power(lead, 2) * ${leads}))::int as lead,
         floor(support * ${leads})::int as support, force, kind
       from (
         select g::int as i, v.at, v.id as visit, floor(random() * (select count(*) from seed_sentence))::int as sentence,
           floor(random() * ${places.length})::int as place, floor(random() * ${speakers.length})::int as speaker,
           random() as dice, random() as due, random() as lead, random() as support,
           (array['must', 'should', 'should', 'should', 'hoped', 'advised'])[1 + floor(random() * 6)::int] as force,
           (array['task', 'principle', 'principle'])[1 + floor(random() * 3)::int] as kind
         from generate_series(1, ${count}) g join seed_visit v on v.i = 1 + (g - 1) / 11
       ) thrown;
       insert into followups (county, id, number, number_key, visit, quote, force, kind, subject, theme, measurable,
         places, said_by, said_on, state, state_since, lead, supporting, involved, due_day, steps, opened_at, updated_at, terms)
       select '${county}', f.id, y.year || '-' || lpad(f.i::text, 6, '0'), y.year * 10000000::bigint + f.i, f.visit, s.quote, f.force,
         f.kind, s.subject, s.theme, false, jsonb_build_array(jsonb_build_object('kind', 'site', 'name', p.name)), w.name, f.at::date,
         f.state, f.at + interval '9 days', o.lead, o.supporting, o.involved,
         case when f.state in ('closed', 'withdrawn') then f.ended_due when f.state <> 'open' then f.running_due end,
         n.steps, f.at, f.at + interval '9 days',
         array_to_tsvector(s.terms || p.terms || w.terms || o.terms || array[y.year::text, lpad(f.i::text, 6, '0')])
       from seed_followup f
       join seed_sentence s on s.n = f.sentence
       join seed_place p on p.n = f.place
       join seed_speaker w on w.n = f.speaker
       join seed_lead l on l.n = f.lead
       join seed_lead h on h.n = f.support
       cross join lateral (select extract(year from f.at)::int as year) y
       cross join lateral (select case f.state when 'open' then 1 when 'assigned' then 2 when 'closed' then 5 else 4 end as steps) n
       cross join lateral (
         select case when f.state = 'open' then null else l.id end as lead,
           case when f.state = 'open' or l.id = h.id then '{}' else array[h.id] end as supporting,
           case when f.state = 'open' then '{}' when l.id = h.id then array[l.id] else array[l.id, h.id] end as involved,
           case when f.state = 'open' then '{}' else l.terms || h.terms end as terms
       ) o`,
    )
    .execute(tx)
}

async function seedSteps(tx: Tx): Promise<void> {
  await sql
    .raw(
      `insert into followup_steps (county, id, followup, position, kind, state, organisation, at, day, text, lead)
       select '${county}', gen_random_uuid(), f.id, k.position, k.kind, case when k.position = f.steps then f.state else 'underway' end,
         f.lead, f.opened_at + k.position * interval '40 hours', (f.opened_at + k.position * interval '40 hours')::date,
         case when k.kind in ('reported', 'closing-asked') then '已召集有关单位会商，明确专人负责，按月推进，群众反映较好。' end,
         case when k.kind = 'assigned' then f.lead end
       from followups f join seed_visit v on v.id = f.visit join (values (1, 'opened'), (2, 'assigned'), (3, 'signed'), (4, 'reported'), (5, 'closed'))
         as k (position, kind) on k.position <= f.steps`,
    )
    .execute(tx)
}
