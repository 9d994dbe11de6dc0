/*
 * A rehearsal in a quiz. A press goes into this device's queue (attempt.js), and the next screen is fetched once the server has it: the server
 * alone knows what comes next, so nothing of it lies on this device before. While a press waits, the screen stays, shows what was
 * pressed, and another press takes its place. Without this script each press is a form of its own.
 */
(function () {
  'use strict';
  var form = document.querySelector('form[data-attempt][data-type="rehearsal"]');
  var box = form && form.querySelector('[data-press-status]');
  if (!box || !window.fetch || !window.Promise || !window.DOMParser) return;
  var question = document.getElementById('question');
  var note = box.querySelector('[data-press-note]');
  var turned = box.querySelector('[data-press-turned]');
  var address = form.getAttribute('action').replace(/\/response$/, '');

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function text(name) { return box.getAttribute('data-text-' + name) || ''; }
  function step() {
    var field = form.querySelector('[name="step"]');
    return field ? field.value : '';
  }

  /* ── What was pressed ── */

  function before() {
    return all(form, '[name="press"]').map(function (field) {
      var parts = /^([^.]*)(?:\.([^.]*)(?:\.([\s\S]*))?)?$/.exec(field.value);
      var press = { step: parts[1] };
      if (parts[2] !== undefined) press.part = parts[2];
      if (parts[3] !== undefined) press.text = parts[3];
      return press;
    });
  }
  function fields(part) { return all(form, '[name="text-' + part + '"]'); }
  function typed(part) {
    return fields(part).map(function (field) { return field.value.trim(); }).filter(Boolean)[0] || '';
  }
  function chosen() {
    var choice = form.querySelector('[name="choice"]:checked');
    return choice ? choice.value : '';
  }
  function typedInto() {
    var field = all(form, '[name^="text-"]').filter(function (each) { return each.value.trim(); })[0];
    return field ? field.name.slice(5) : '';
  }
  /* As the server reads the form; nothing where nothing was chosen or typed. */
  function pressed(button) {
    if (button.name === 'show') return { step: step() };
    var part = button.name === 'part' ? button.value : button.name === 'enter' && typedInto() || chosen();
    if (!part) {
      var first = form.querySelector(button.name === 'list' ? '[name="choice"]' : '[name^="text-"]');
      if (first) first.focus();
      return null;
    }
    if (!fields(part).length) return { step: step(), part: part };
    if (typed(part)) return { step: step(), part: part, text: typed(part) };
    fields(part)[button.name === 'list' ? fields(part).length - 1 : 0].focus();
    return null;
  }
  function words(press) {
    if (press.part === undefined) return text('asked');
    var label = form.querySelector('label[for$="-choice-' + press.part + '"]');
    var name = label ? label.textContent.trim() : '';
    return press.text === undefined
      ? text('pressed').replace('{part}', function () { return name; })
      : text('typed').replace(/\{part\}|\{typed\}/g, function (mark) { return mark === '{part}' ? name : press.text; });
  }

  /* Before attempt.js, which sends what a question's buttons send. */
  var last = null;
  form.addEventListener('click', function (event) { last = event.target.closest && event.target.closest('button'); }, true);
  form.addEventListener('submit', function (event) {
    var answers = window.stezhkaAnswers;
    var button = event.submitter || last;
    if (!answers || !button || !/^(part|show|list|enter)$/.test(button.name)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (behind) {
      look();
      return;
    }
    var press = pressed(button);
    if (press) answers.press(before().concat([press]), words(press));
  });

  /* ── While it waits ── */

  function places(press) {
    if (press.part === undefined) return all(form, '[name="show"]');
    var found = all(form, '.mock [name="part"]').filter(function (each) { return each.value === press.part; });
    all(form, '[name="choice"]').forEach(function (each) { if (each.value === press.part) each.checked = true; });
    if (press.text !== undefined && !typed(press.part)) fields(press.part).forEach(function (field) { field.value = press.text; });
    return found;
  }
  function unmark() {
    all(form, 'button[data-state]').forEach(function (each) {
      ['data-state', 'aria-busy', 'aria-describedby'].forEach(function (name) { each.removeAttribute(name); });
    });
  }
  /* Once: a retry that fails again is not read out again. */
  var told = '/';
  function tell(what, which) {
    if (told === what + '/' + which) return;
    told = what + '/' + which;
    note.hidden = !which;
    note.querySelector('[data-press-what]').textContent = what;
    all(note, '[data-press-says]').forEach(function (each) {
      each.hidden = each.getAttribute('data-press-says') !== which;
      if (!each.hidden) note.appendChild(each);
    });
  }
  document.addEventListener('press', function (event) {
    var save = event.detail.save;
    unmark();
    if (!save || behind) {
      if (!behind) tell('', '');
      return;
    }
    turned.textContent = '';
    var mine = save.answer.presses;
    if (mine.length !== before().length + 1 || mine[mine.length - 1].step !== step()) return;
    var waits = event.detail.state === 'waiting';
    places(mine[mine.length - 1]).forEach(function (each) {
      each.setAttribute('data-state', waits ? 'waiting' : 'saving');
      if (waits) each.setAttribute('aria-describedby', note.id);
      else each.setAttribute('aria-busy', 'true');
    });
    if (waits) tell(save.what, 'waits');
    else if (event.detail.state !== 'saving') tell('', '');
  });

  /* ── When the server has it ── */

  var behind = false;
  var looking = false;
  var tries = 0;
  var timer = 0;

  function look() {
    behind = true;
    if (looking) return;
    looking = true;
    window.clearTimeout(timer);
    fetch(address, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'text/html' } }).then(function (reply) {
      if (reply.redirected || reply.status >= 400 && reply.status < 500 && reply.status !== 408 && reply.status !== 429) {
        window.location.assign(reply.redirected ? reply.url : address);
        return null;
      }
      if (!reply.ok) throw new Error(String(reply.status));
      return reply.text().then(function (html) { turn(new DOMParser().parseFromString(html, 'text/html')); });
    }).then(function () { looking = false; }, function () {
      looking = false;
      tries += 1;
      unmark();
      tell('', 'kept');
      timer = window.setTimeout(look, Math.min(60, Math.pow(2, tries - 1)) * 1000 * (0.5 + Math.random() / 2));
    });
  }
  function again() { if (behind) look(); }
  document.addEventListener('press-kept', function () {
    tries = 0;
    look();
  });
  window.addEventListener('online', again);
  window.addEventListener('focus', again);
  document.addEventListener('visibilitychange', function () { if (document.visibilityState !== 'hidden') again(); });

  /* Shows the question as the server has it now. Who is somewhere else on the page stays there and is told. */
  function turn(fresh) {
    var theirs = fresh.querySelector('form[data-attempt="' + form.getAttribute('data-attempt') + '"][data-position="'
      + form.getAttribute('data-position') + '"][data-person="' + form.getAttribute('data-person') + '"]');
    var now = theirs && theirs.querySelector('#question');
    if (!now) throw new Error('not the question');
    var here = document.activeElement;
    var inside = !here || here === document.body || question.contains(here);
    while (question.firstChild) question.removeChild(question.firstChild);
    while (now.firstChild) question.appendChild(document.adoptNode(now.firstChild));
    ['data-revision', 'data-state'].forEach(function (name) { form.setAttribute(name, theirs.getAttribute(name)); });
    ['saveId', 'baseRevision'].forEach(function (name) {
      form.querySelector('[name="' + name + '"]').value = theirs.querySelector('[name="' + name + '"]').value;
    });
    question.dispatchEvent(new CustomEvent('turned'));
    behind = false;
    tries = 0;
    tell('', '');
    turned.textContent = text('turned');
    window.stezhkaAnswers.turned(theirs.querySelector('[data-save-state]'));
    var result = document.getElementById('result');
    if (inside && result && document.activeElement === document.body) result.focus();
  }
}());
