/**
 * The only script of the public pages, and only on the screen in the hall: after a while without a touch it asks, and
 * then goes home, where whoever was there before is forgotten.
 */
export const kioskScript = `(function () {
  var asksAfter = 90000, leavesAfter = 20000, timer
  var box = document.getElementById('idle')
  function leave() { location.replace(box.dataset.home) }
  function ask() { box.hidden = false; document.getElementById('idle-stay').focus(); timer = setTimeout(leave, leavesAfter) }
  function wait() { clearTimeout(timer); box.hidden = true; timer = setTimeout(ask, asksAfter) }
  ;['pointerdown', 'keydown', 'input', 'scroll'].forEach(function (name) { addEventListener(name, wait, { passive: true }) })
  addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); else wait() })
})()
`
