/**
 * Parts of the names of peoples whose names have no surname before them, as reports write them: Tibetan and
 * Mongolian names are two of these or one with a character more (扎西平措, 斯琴高娃, 措姆), Uyghur and Kazakh ones
 * stand here whole or end so (古丽娜尔).
 */
const TIBETAN =
  '扎西 丹增 次仁 才让 洛桑 旦增 格桑 卓玛 央宗 曲扎 尼玛 达瓦 索朗 巴桑 强巴 旺堆 平措 多吉 多杰 顿珠 普布 白玛 拉姆 拉毛 仁青 仁钦 加措 嘉措 罗布 次旦 米玛 边巴 德吉 德庆 桑珠 桑杰 拉巴 欧珠 群培 贡布 贡保 泽仁 泽郎 扎巴 四郎 仁增 阿旺 土登 江白 江村 益西 拥忠 俄色 根秋 邓珠 旺姆 央金 曲珍 卓嘎 措姆 次珍 旺扎 晋美 久美 朗杰 南杰 丹巴 旦巴 罗珠 曲培 班觉 坚参 坚赞 向巴 昂旺 其美 群宗 玉珍 白珍 金巴 元旦 尕藏 尕玛 更登 项杰 东知 才旦 才项 才吉 华旦 公保 万玛 旦正 旦知 关却 斗格 扎拉 登巴 泽旺 泽汪 郎加 郎杰 丁真 真嘎 次成 赤列 曲杰 曲达 西绕 喜饶 阿布 阿松 拥措 甲央 嘉央 绒布 旺秋 旺青 旺修 索南 南加 宗吉 格来 布穷 多布 巴登 明久 穷达 桑布 单增'
const MONGOLIAN =
  '苏布道 苏布德 塔拉 萨茹拉 斯日古楞 阿古拉 乌恩 德力格尔 孟克 巴根 白乙拉 宝鲁 其木 呼格吉勒 敖敦 乌仁 娜布其 查干 朝伦 莫日根 斯琴 高娃 乌云 其其格 巴特尔 苏和 图雅 娜仁 托娅 格日勒 那顺 白音 巴音 布和 敖特根 额尔敦 宝音 朝鲁 呼和 牧仁 哈斯 萨仁 阿拉坦 乌兰 塔娜 苏日 娜拉 朝格图 达来 青格勒 孟和 吉雅 满都拉 乌日 其木格 托亚 胡日查 吉日嘎拉 毕力格 巴雅尔 达布 图布 道尔吉 敖云 色音 斯日 额日 特木尔 巴图 宝力 格根 哈达 通拉嘎 莎日娜 乌力吉 阿木尔 恩和 布仁 赛音 苏都'
const UYGHUR =
  '古丽 古丽娜尔 阿依古丽 买买提 吐尔逊 艾力 阿不都 阿布都 热合曼 热依汗 帕提古丽 艾合买提 玉素甫 依明 艾买提 阿迪力 巴哈尔 叶尔兰 叶尔肯 努尔 哈丽 赛力克 木拉提 加娜尔 沙吾列 阿衣 米娜瓦尔 迪丽 阿曼 马合木提 伊力哈木 阿力木 艾尼瓦尔 库尔班 吾买尔 玛依拉 古丽巴哈尔'
const YI =
  '吉克 曲布 沙马 阿苦 马海 吉木 阿牛 曲比 阿呷 木呷 拉哈 伍呷 布铁 阿什 阿侯 吉伍 俄木 尔古 阿木 日古 阿依 尔布 伍各 格布 子布 克古 木乃 勒格 小妹 伍牛 石布 史布 阿支 阿吉 说日 说布 约布 吉尔 尔呷 拉拉 热布 尔日 克哈 克体 达体'

const elements = new Set([TIBETAN, MONGOLIAN, UYGHUR, YI].join(' ').split(' '))
const longest = 4

/** The length of the name of known parts that `words` begins with, 0 for none: at least one part and one more. */
export function elementNameAt(words: string): number {
  let at = 0
  let parts = 0
  while (parts < 3) {
    let length = Math.min(longest, words.length - at)
    while (length >= 2 && !elements.has(words.slice(at, at + length))) length--
    if (length < 2) break
    at += length
    parts++
  }
  return parts >= 2 || at >= 3 ? at : 0
}
