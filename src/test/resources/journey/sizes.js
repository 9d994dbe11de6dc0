() => {
  const faults = [];
  const root = document.documentElement;
  const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + (element.getAttribute('class') ? '.' + element.getAttribute('class').trim().replace(/\s+/g, '.') : '');
  const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(each =>
      each.getBoundingClientRect().right > root.clientWidth + 1 || each.scrollWidth > root.clientWidth && getComputedStyle(each).overflowX === 'visible');
    faults.push('scrolls sideways to ' + root.scrollWidth + ': ' + wide.slice(-3).map(name).join(', '));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !seen(element) || element.closest('[aria-hidden="true"], svg, .hidden-text')) continue;
    if (parseFloat(getComputedStyle(element).fontSize) < 15.99) small.add(name(element) + ' ' + getComputedStyle(element).fontSize);
  }
  small.forEach(each => faults.push('small text: ' + each));
  const targets = 'button, a.btn, summary, select, input:not([type=radio], [type=checkbox], [type=hidden]), nav a, .chip label, .option label';
  document.querySelectorAll(targets).forEach(element => {
    const box = element.getBoundingClientRect();
    if (seen(element) && box.width > 1 && !element.closest('.crumbs') && box.height < 47.5) {
      faults.push('small target: ' + name(element) + ' ' + Math.round(box.width) + '×' + Math.round(box.height));
    }
  });
  return faults;
}
