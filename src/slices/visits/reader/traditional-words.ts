/**
 * What OpenCC's tables leave or get wrong in reports, found on real pages. Wording is never touched: 資訊 stays 资讯,
 * 透過 stays 透过, 計程車 stays 计程车.
 */

const pairs = (text: string): [string, string][] => text.split(' ').map((pair) => [pair[0]!, pair[1]!])

/**
 * Forms of Hong Kong, of old type and of Japan that the table of Taiwan lacks; and 着, which Taiwan writes 著. Single
 * characters that people's names hold stay as they are (昇 甯 堃 喆), and are changed in words only.
 */
export const OWN_CHARACTERS: readonly [string, string][] = pairs(
  '著着 昇昇 陞陞 痺痹 睪睾 鯰鲇 衞卫 敍叙 枱台 粧妆 衹只 祗只 簷檐 顎腭 髪发 闘斗 鬪斗 榖谷 臓脏 蔴麻 汚污 廻回 廼乃 逥回 氷冰 涙泪 搾榨 朶朵 犠牺 疎疏 硏研 穨颓 窻窗 稉粳 筯箸 艸草 荳豆 菓果 賸剩 鄕乡 鑛矿 閙闹 飜翻 騐验 鶏鸡 黒黑 龢和 鑪炉 舘馆 説说 鋭锐 閲阅 戸户 毎每 蔵藏 価价 覧览 辺边 関关 駅驿 拡扩 査查 対对 応应 児儿 団团 図图 広广 処处 営营 県县 歩步 気气 渉涉 単单 戦战 総总 経经 済济 験验 発发 楽乐 徳德 黙默 歳岁 斉齐 沢泽 択择 訳译 帯带 続续 読读 実实 収收 従从 縦纵 継继 聴听 労劳 剤剂 斎斋 銭钱 遅迟 鉄铁 竜龙 滝泷 弐贰 壱壹 圏圈 権权 観观 勧劝 歓欢',
)

/** Words whose characters mean another thing alone. */
export const OWN_PHRASES: readonly [string, string][] = (
  '規畫 规划|企畫 企划|擘畫 擘画|謀畫 谋划|籌畫 筹划|畫分 划分|區畫 区划|策畫 策划|計畫 计划|' +
  '昇級 升级|提昇 提升|上昇 上升|昇華 升华|昇旗 升旗|昇學 升学|飆昇 飙升|回昇 回升|躍昇 跃升|攀昇 攀升|昇溫 升温|' +
  '昇值 升值|昇格 升格|昇任 升任|晉昇 晋升|擢昇 擢升|昇遷 升迁|昇降 升降|旭日東昇 旭日东升|歌舞昇平 歌舞升平|' +
  '陞職 升职|陞任 升任|晉陞 晋升|陞遷 升迁|擢陞 擢升|提陞 提升|' +
  '主乾道 主干道|主乾道 主干道|乾線 干线|沈著 沉着|沈穩 沉稳|沈積 沉积|深沈 深沉|聯係 联系|關繫 关系|係統 系统|體繫 体系|' +
  '瞭望 瞭望|瞭望塔 瞭望塔|藉此 借此|慰藉 慰藉|蘊藉 蕴藉|狼藉 狼藉|枕藉 枕藉|明瞭 明了|反覆 反复|' +
  '紀唸 纪念|公裡 公里|覆核 复核|覆議 复议|覆工 复工|覆產 复产|覆課 复课|覆學 复学|覆查 复查|覆墾 复垦|覆甦 复苏|收覆 收复|修覆 修复|恢覆 恢复|康覆 康复'
)
  .split('|')
  .map((pair) => {
    const [before, after] = pair.split(' ')
    return [before!, after!]
  })

/** 著 that is written or known, not 着: in these words it stays. */
export const KEPT_AS_WRITTEN: readonly string[] = (
  '名著 原著 巨著 鉅著 論著 论著 專著 专著 編著 编著 譯著 译著 遺著 遗著 拙著 新著 合著 土著 卓著 昭著 顯著 显著 所著 主著 ' +
  '撰著 見微知著 见微知著 著名 著作 著稱 著称 著述 著錄 著录 著書 著书 著者 著有《'
).split(' ')
