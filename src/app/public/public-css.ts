import { tokensCss } from '#ui/tokens.ts'

/**
 * The one style of the public pages. It stands in each page: on a slow telephone a second request costs more than its
 * two kilobytes.
 */
export const publicCss = `${tokensCss('public')}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;background:var(--paper)}
body{margin:0;color:var(--ink);background:var(--paper);font:var(--text-base)/var(--line-text) var(--font-sans);overflow-wrap:anywhere;line-break:strict}
h1,h2,h3{line-height:var(--line-heading);margin:0 0 var(--space-4);font-weight:600;text-wrap:balance}
h1{font-size:var(--text-title)}h2{font-size:var(--text-lead);margin-top:var(--space-6)}h3{font-size:var(--text-read)}
p,ul,ol,dl{margin:0 0 var(--space-4)}ul,ol{padding-inline-start:1.4em}
address,em{font-style:normal}
a{color:var(--link);text-underline-offset:.2em}a:hover{color:var(--link-hover);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.wrap{max-width:46rem;margin:0 auto;padding:0 var(--space-4)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999em;padding:var(--space-3);background:var(--surface)}.skip:focus{left:0;top:0;z-index:1}
.top{border-bottom:3px solid var(--accent);background:var(--surface)}
.top .wrap,.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 var(--space-4)}
.brand{display:inline-flex;align-items:center;gap:var(--space-2);min-height:var(--target);color:var(--ink);font-weight:600;text-decoration:none;margin-inline-end:auto}
.brand svg{color:var(--accent)}
form{margin:0 0 var(--space-5)}.top form{margin:0}
.plain{display:inline-flex;align-items:center;min-height:var(--target);min-width:var(--target);padding:0;border:0;background:none;color:var(--link);font:inherit;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.top a.plain,.top button.plain{justify-content:center}
.above{padding-top:var(--space-3);font-size:var(--text-small)}
.above ol{display:flex;flex-wrap:wrap;gap:0 .6em;margin:0;padding:0;list-style:none}
.above a{display:inline-flex;align-items:center;min-height:var(--target)}
.above li+li::before{content:"›";margin-inline-end:.6em;color:var(--ink-soft)}
main{padding:var(--space-5) 0 var(--space-6)}
main>.wrap>:last-child{margin-bottom:0}
.lead{font-size:var(--text-lead);color:var(--ink-soft)}
.faint,.hint{color:var(--ink-soft)}
.figure{font-variant-numeric:tabular-nums;white-space:nowrap}
.written,.quoted{white-space:pre-wrap}
.quoted{font-family:var(--font-serif);border-inline-start:4px solid var(--line);padding-inline-start:var(--space-4);margin-inline:0}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:var(--target);padding:var(--space-2) var(--space-5);border:1px solid transparent;border-radius:var(--radius);background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.button:hover{background:var(--accent-hover);color:var(--on-accent)}.button:active{background:var(--accent-pressed)}
.button.quiet{background:var(--surface);color:var(--ink);border-color:var(--line-strong)}
.field{margin:0 0 var(--space-5);padding:0;border:0;min-width:0}
.field label,.field legend{display:block;padding:0;margin-bottom:var(--space-1);font-weight:600}
.field .question{margin-bottom:var(--space-2)}.question label{font-weight:600}
.field .hint{margin-bottom:var(--space-2)}
.field-error{margin:0 0 var(--space-2);color:var(--overdue);font-weight:600}
input[type=text],input[type=tel],input[type=search],textarea,select{width:100%;min-height:var(--target);padding:var(--space-2) var(--space-3);border:2px solid var(--line-strong);border-radius:var(--radius);background:var(--surface);color:var(--ink);font:inherit}
textarea{display:block;line-height:var(--line-text)}
[aria-invalid]{border-color:var(--overdue)!important}
input.wide-20{max-width:20em}input.wide-6{max-width:8em}
.choice{position:relative;min-height:var(--target);padding:var(--space-2) 0 var(--space-2) calc(var(--target) + var(--space-2))}
.choice input{position:absolute;left:0;top:0;width:var(--target);height:var(--target);margin:0;accent-color:var(--ink);transform:scale(.7)}
.choice label{display:inline-block;margin:0;font-weight:400;padding-top:calc((var(--target) - 1.7em)/2 - var(--space-2))}
.choice .hint{margin:0}
.error-summary,.notice{margin:0 0 var(--space-5);padding:var(--space-4);border:4px solid var(--overdue);background:var(--surface)}
.error-summary h2{margin-top:0}.error-summary ul{margin:0;padding:0;list-style:none}.error-summary a{color:var(--overdue);font-weight:600;display:inline-flex;align-items:center;min-height:var(--target)}
.notice{border-color:var(--link)}.notice-title{font-weight:600;margin-bottom:var(--space-2)}.notice :last-child{margin-bottom:0}
.summary>div{display:grid;grid-template-columns:9em 1fr auto;gap:0 var(--space-4);padding:var(--space-2) 0;border-bottom:1px solid var(--line)}
.summary dt{font-weight:600}.summary dd{margin:0;min-width:0}.summary-change a{display:inline-flex;align-items:center;min-height:var(--target)}
.done-panel{margin:0 0 var(--space-5);padding:var(--space-5);background:var(--done-tint);border:1px solid var(--done);text-align:center}
.done-panel p{margin:0}.done-number{font-size:1.8em;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.5}
.doors{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:var(--space-3);padding:0;list-style:none}
.doors li{position:relative;padding:var(--space-4);border:1px solid var(--line);border-radius:var(--radius);background:var(--surface)}
.doors a{font-size:var(--text-lead);font-weight:600}.doors a::after{content:"";position:absolute;inset:0}.doors p{margin:var(--space-1) 0 0;color:var(--ink-soft)}
.search{display:flex;gap:var(--space-2);align-items:end;margin-bottom:var(--space-5)}.search .field{flex:1;margin:0}
.rows{padding:0;list-style:none;border-top:1px solid var(--line)}
.rows>li{padding:var(--space-3) 0;border-bottom:1px solid var(--line)}.rows p{margin:0;color:var(--ink-soft)}
.rows a{display:inline-flex;align-items:center;min-height:calc(var(--target)/1.5);font-weight:600}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:0 var(--space-3);align-items:end;margin-bottom:var(--space-5)}.filters .field,.filters .button{margin:0 0 var(--space-3)}
.plain-list{padding:0;list-style:none;margin:0}
.chips{display:flex;flex-wrap:wrap;gap:var(--space-2);padding:0;list-style:none}
.chips a,.chips strong{display:inline-flex;align-items:center;min-height:var(--target);padding:0 var(--space-4);border:1px solid var(--line-strong);border-radius:var(--radius);background:var(--surface);text-decoration:none;color:var(--ink)}
.chips strong{background:var(--ink);color:var(--on-accent);border-color:var(--ink)}
.story{padding:0;list-style:none}.story li{padding:0 0 var(--space-4) var(--space-4);border-inline-start:3px solid var(--line)}.story li:last-child{border-color:var(--accent)}
.foot{border-top:1px solid var(--line);background:var(--sunken);padding:var(--space-5) 0;font-size:var(--text-small);color:var(--ink-soft)}
.foot p{margin:0 0 var(--space-2)}.foot a{display:inline-flex;align-items:center;min-height:var(--target)}
.idle{position:fixed;inset:0;display:grid;place-content:center;justify-items:center;gap:var(--space-5);padding:var(--space-5);background:var(--surface);font-size:var(--text-title);text-align:center}
.idle[hidden]{display:none}
:root[data-kiosk]{--target:72px;--text-small:1.25rem;--text-base:1.375rem;--text-read:1.375rem;--text-lead:1.625rem;--text-title:2.25rem}
@media(max-width:30rem){.brand{flex-basis:100%;margin:0}.summary>div{grid-template-columns:1fr auto}.summary dd{grid-column:1}.summary dd.summary-change{grid-column:2;grid-row:1}.search{flex-wrap:wrap}.search .field{flex-basis:100%}}
@media print{body{background:none;color:#000;font-size:14pt}.top,.foot,.above,.skip,.search,.idle,form,.no-print{display:none!important}h1{font-size:22pt}a{color:#000;text-decoration:none}.wrap{max-width:none;padding:0}.doors li,.rows>li,.summary>div,.done-panel{break-inside:avoid;background:none}@page{margin:18mm}}
`
