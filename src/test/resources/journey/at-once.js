() => {
  const faults = [];
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const brief = text => text.trim().replace(/\s+/g, ' ').slice(0, 60);
  const root = document.documentElement;
  if (all('h1').length !== 1) faults.push(all('h1').length + ' headings h1');
  if (all('main').length !== 1) faults.push(all('main').length + ' elements main');
  if (!document.title.includes(' · ')) faults.push('the title says no page: ' + document.title);
  const main = all('main .btn:not(.btn--ghost, .btn--quiet)');
  if (main.length > 1) faults.push('main actions: ' + main.map(each => brief(each.textContent)).join(' | '));
  if (root.scrollWidth > root.clientWidth) faults.push('scrolls sideways at ' + root.clientWidth + ' px: ' + root.scrollWidth);
  document.querySelectorAll('[style]').forEach(each => faults.push('style attribute at ' + each.tagName));
  if (root.lang !== 'en') return faults;

  /* Names of people and hashtags stay as they are in any language. */
  const names = '[aria-hidden="true"], script, style, .nav a[href="/settings"], .person, .cert-name';
  const english = element => element.closest('[lang]').lang === 'en' && !element.closest(names);
  const cyrillic = /[Ѐ-ӿ]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (cyrillic.test(node.data.replace(/#\S+/g, '')) && english(node.parentElement)) faults.push('not English: ' + brief(node.data));
  }
  document.querySelectorAll('main :is([alt], [title], [aria-label], [placeholder]), :is(header, footer) :is([title], [aria-label])').forEach(element => {
    ['alt', 'title', 'aria-label', 'placeholder'].forEach(name => {
      const value = element.getAttribute(name);
      if (value && cyrillic.test(value) && english(element)) faults.push('not English, ' + name + ': ' + brief(value));
    });
  });
  /* The title may name a course that has no translation. */
  if (cyrillic.test(document.title) && !document.querySelector('main [lang=uk]')) faults.push('not English, title: ' + document.title);
  return faults;
}
