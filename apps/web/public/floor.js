// Runs in any browser, however old: says in a sentence what is needed where the page itself could not start. A comma
// behind the last argument of a call would be one that the oldest of them cannot read.
(function (page) {
  var isFit =
    typeof structuredClone === 'function' &&
    typeof HTMLDialogElement === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    'noModule' in document.createElement('script');
  if (isFit || !page) return;
  page.id = 'too-old';
  page.innerHTML =
    '<div class="too-old"><h1>浏览器版本过低</h1>' +
    '<p>请使用 Chrome、Edge、360安全浏览器（极速模式）等 109 以上版本的内核，或 Safari 15.4 以上版本打开本页。' +
    'Windows 7 可安装 Chrome 109 或 Edge 109。您的数据不受影响。</p>' +
    '<p lang="en">This browser is too old. Open this page with Chrome or Edge 109 or newer, or Safari 15.4 or newer.</p></div>';
})(document.getElementById('page'));
