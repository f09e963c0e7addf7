/** Single surnames in use today, by rough frequency; the second table holds rare ones that reports have shown. */
const COMMON =
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边闫肖付代'
const RARE =
  '辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲桑鞠敬宗虞经宣贲弓宓蓬郗班仰秋伊暴厉戎祖束幸韶蓟印宿怀蒲邰从鄂索咸籍蔺乔阴胥能苍双闻莘翟谭贡劳逄扶堵冉宰郦雍却璩濮牛寿通扈冷尚农别晏慕茹习艾鱼容向慎戈庾终暨居衡步耿满弘匡国寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾融訾辛阚那空曾毋沙乜养须丰巢关蒯相查后荆红游竺权逯益桓公佘佟佴伯赏墨哈谯笪年爱仝苌芮储汲邴麻强贝明郏乌焉巴牧隗山侴乐胶撒佐卡但税占泽仁扎尼次多格旦桑益罗吾仓达珠其云水火土日月降冲青丹甲俄勒阿色措贡彝海洛布拉热禹矫信呼雒漆门衣逯豆毋虎粟晋阙檀谌衷腊由妥者昌凤酆岑皮卞元平湛狄伏茅危骆昝裘缪干杭诸钮嵇滑荣荀羊於惠封羿松富巫钭郤浦宦仉督帅缑亢况郈琴楚汝钦亓区折种冼麦招禤庹昂鹿撖蹇楼闪辇兀尧仵盘磨'
const COMPOUND =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 左丘 东门 西门 南荣 第五 即墨 达奚 褚师 哈尼 爱新 纳兰 叶赫 那拉 完颜 阿卓 吉克 沙马 阿尔 马海 勒格 罗洪 曲木 吉木 俄木 贾巴 阿苏 木乃 海来'

const common = new Set(COMMON)
const rare = new Set(RARE)
const compound = new Set(COMPOUND.split(/\s+/))

/** 3 for a compound surname, 2 for a common one, 1 for a rare one, 0 for none that is known. */
export function surnameRank(name: string): 0 | 1 | 2 | 3 {
  if (name.length >= 3 && compound.has(name.slice(0, 2))) return 3
  if (common.has(name[0]!)) return 2
  return rare.has(name[0]!) ? 1 : 0
}
