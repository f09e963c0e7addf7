/** What stands around a report on the page that it was copied from. All invented, in the manner of real sites. */
export type Surroundings = 'portal' | 'newspaper' | 'wechat'

interface Page {
  /** Above the headline. */
  above: readonly string[]
  /** Between headline and text. */
  under: readonly string[]
  below: readonly string[]
}

const PAGES: Record<Surroundings, readonly Page[]> = {
  portal: [
    {
      above: [
        '无障碍浏览 长者模式 繁体中文 登录 注册',
        '首页 走进我县 新闻中心 政务公开 办事服务 互动交流',
        '当前位置：首页 > 新闻中心 > 部门动态 > 正文',
      ],
      under: [
        '发布时间：2024-05-16 17:42 来源：县总工会 作者：宁小川 浏览次数：318 字号：[大 中 小] 打印 收藏',
      ],
      below: [
        '责任编辑：安可',
        '扫一扫在手机打开当前页',
        '上一篇：全县防汛工作会议召开',
        '下一篇：我县开展道路交通安全宣传',
        '【打印本页】【关闭窗口】',
        '主办：某县人民政府办公室 承办：县政务服务中心 网站标识码：5100000000',
        '蜀ICP备00000000号-1 川公网安备 51000000000000号',
      ],
    },
    {
      above: [
        '您现在的位置： 首页>>工作动态>>基层动态',
        '索引号：000-2024-00018 信息分类：工作动态 公开方式：主动公开',
      ],
      under: ['日期：2024-05-16 　 信息来源：办公室 　 点击数：77 次', '分享到： 微信 微博 QQ空间'],
      below: [
        '（信息来源：县总工会）',
        '相关链接',
        '· 县总工会召开机关学习会 2024-05-14',
        '· “春送岗位”专场招聘会举行 2024-05-11',
        '· 全县职工羽毛球赛开拍 2024-05-08',
        '网站地图 | 联系我们 | 版权声明 | 网站管理',
        '版权所有：某县总工会 技术支持：某某科技有限公司',
      ],
    },
  ],
  newspaper: [
    {
      above: ['第02版：要闻', '上一版 下一版', '2024年05月17日 星期五', '放大 缩小 默认'],
      under: ['□ 本报记者 宁小川 通讯员 安可'],
      below: [
        '版权所有 某市日报社',
        '未经授权不得转载',
        '上一篇 下一篇',
        '第02版：要闻',
        '市博物馆夜间开放',
        '夏粮收购预案出台',
      ],
    },
    {
      above: ['某市新闻网 > 县区新闻 > 正文', '字体：大 中 小'],
      under: ['2024-05-17 08:15:22 来源：某市日报 编辑：安可 评论(0)'],
      below: [
        '[责任编辑：安可]',
        '声明：本网转载内容仅为传递信息之目的，如有侵权请联系我们。',
        '热门新闻',
        '高考考点公布名单',
        '城南大桥主体完工',
        '今起三天多云转晴',
      ],
    },
  ],
  wechat: [
    {
      above: ['点击上方蓝字关注我们'],
      under: ['原创 某县工会 某县工会 2024-05-16 18:20 四川'],
      below: [
        'END',
        '来源：县总工会',
        '编辑：安可',
        '审核：宁小川',
        '监制：县总工会办公室',
        '点分享',
        '点收藏',
        '点点赞',
        '点在看',
        '阅读原文',
        '长按识别二维码关注我们',
      ],
    },
  ],
}

/** The headline is the first line of the text. */
export function surround(text: string, by: Surroundings, pick: () => number): string {
  const pages = PAGES[by]
  const { above, under, below } = pages[Math.floor(pick() * pages.length)]!
  const [headline, ...body] = text.split('\n')
  return [...above, headline, ...under, ...body, ...below].join('\n')
}
