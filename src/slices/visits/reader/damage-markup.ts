/** The code that a text brings along from where it was written or shown. */
export type Markup = 'html' | 'office' | 'br' | 'escaped' | 'markdown' | 'styles'

export function markUp(text: string, as: Markup, pick: () => number): string {
  const lines = text.split('\n')
  switch (as) {
    case 'html':
      return asPage(lines)
    case 'office':
      return asOffice(lines)
    case 'br':
      return lines.map((line) => line + breaks(pick)).join(pick() < 0.5 ? '' : '\n')
    case 'escaped':
      return lines
        .map((line) => `<p style="text-indent: 2em;">${line}</p>`)
        .join('\n')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    case 'markdown':
      return asMarkdown(lines)
    case 'styles':
      return `${STYLES}\n${lines.join('\n')}`
  }
}

function asPage(lines: readonly string[]): string {
  const [headline, ...body] = lines
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${headline}</title>
<style>.nav li{float:left} p{text-indent:2em}</style>
<script>var title="${headline}";document.write("<b>" + title + "</b>");</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li></ul></div>
<h1>${headline}</h1><div class="article">
${body.map((line) => `<p style="text-indent:2em"><span style="font-size: 16px">${line}</span></p>`).join('\n')}
</div></body></html>`
}

const OFFICE_HEAD = `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>\n<!--\n/* Style Definitions */\np.MsoNormal {mso-style-parent:""; font-family:"Times New Roman";}\n-->\n</style>`

function asOffice(lines: readonly string[]): string {
  const paragraphs = lines.map((line) => {
    const dated = line.replace(
      /\d{1,2}月\d{1,2}日/g,
      (day) =>
        `<st1:chsdate w:st="on" Year="1899" Month="1" Day="1" IsLunarDate="False">${day}</st1:chsdate>`,
    )
    return `<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:"Times New Roman"'>${dated}<span lang=EN-US><o:p></o:p></span></span></p>`
  })
  return `${OFFICE_HEAD}\n${paragraphs.join('\n')}`
}

function breaks(pick: () => number): string {
  const forms = ['<br>', '<br/>', '<br />', '<BR>', '<br><br>', '<br />\n<br />&nbsp;&nbsp;']
  return forms[Math.floor(pick() * forms.length)]!
}

function asMarkdown(lines: readonly string[]): string {
  const [headline, ...body] = lines
  const prose = body.map((line) => line.replace(/一是|会议强调|调研组/g, (words) => `**${words}**`))
  return [
    '[首页](/index.html) > [新闻中心](/news/)',
    `# ${headline}`,
    '![](/upload/image/1.jpg)',
    ...prose.flatMap((line) => [line, '']),
    '![现场图](data:image/png;base64,iVBORw0KGgo=)',
  ].join('\n')
}

const STYLES = `.TRS_Editor P{margin-top:0;margin-bottom:0;line-height:2;font-family:宋体;font-size:12pt;}.TRS_Editor DIV{line-height:2;font-family:宋体;}
Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE MicrosoftInternetExplorer4 /* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格; mso-style-noshow:yes; mso-para-margin:0cm;}`
