/*
 * Signing out on a shared computer: first what waits is sent, then the session ends, then nothing stays in the browser.
 * Without this script the form signs out by itself.
 */
(function () {
  'use strict';
  var form = document.querySelector('form[data-sign-out]');
  var box = document.querySelector('[data-sign-out-waiting]');
  if (!form || !box || !window.fetch || !window.Promise || form.hasAttribute('data-ready')) return;
  form.setAttribute('data-ready', '');
  var line = box.querySelector('[data-sign-out-text]');
  var choice = box.querySelector('.actions');
  var busy = false;
  var PATIENCE = 12000;

  function text(name) { return box.getAttribute('data-text-' + name) || ''; }
  function counted(n) {
    var rule = 'many';
    try { rule = new Intl.PluralRules(document.documentElement.lang).select(n); } catch (ignored) { /* old browser: the general form */ }
    return (text('waiting-' + rule) || text('waiting-many')).replace('{n}', String(n));
  }
  function say(words, choose) {
    line.textContent = words;
    choice.hidden = !choose;
    box.hidden = false;
    box.focus();
  }
  function begin(button) {
    if (busy) return false;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    return true;
  }
  function end(button) {
    busy = false;
    button.removeAttribute('aria-busy');
  }
  function within(promise, otherwise) {
    return Promise.race([promise, new Promise(function (done) {
      window.setTimeout(function () { done(otherwise); }, PATIENCE);
    })]);
  }

  /* The keeper of answers is asked for when it is needed: most pages have none. */
  function keeper() {
    if (window.stezhkaAnswers) return Promise.resolve(window.stezhkaAnswers);
    return new Promise(function (found, failed) {
      var script = document.createElement('script');
      script.src = '/assets/attempt.js';
      script.onload = function () { found(window.stezhkaAnswers); };
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }
  /* Lessons that were read without a network wait, too: offline.js */
  var lessons = window.stezhkaLessons;
  function send() {
    return Promise.all([keeper().then(function (answers) { return answers.send(); }), lessons ? lessons.send() : 0]).then(function (counts) {
      return counts[0] < 0 ? counts[0] : counts[0] + Math.max(0, counts[1]);
    }).catch(function () { return -1; });
  }
  function forget() {
    return Promise.all([keeper().then(function (answers) { return answers.forget(); }), lessons ? lessons.forget() : null])
      .catch(function () { return null; });
  }

  /* Nothing is forgotten before the server has said that the session is over. */
  function leave() {
    return within(fetch('/api/v1/sessions/current', { method: 'DELETE', credentials: 'same-origin', headers: { Accept: 'application/json' } })
      .then(function (reply) { return reply.status === 204; }, function () { return false; }), false).then(function (over) {
      if (!over) {
        say(text('impossible'), false);
        return null;
      }
      return within(forget(), null).then(function () {
        try {
          window.localStorage.clear();
          window.sessionStorage.clear();
        } catch (ignored) { /* a browser that keeps nothing has nothing to forget */ }
        HTMLFormElement.prototype.submit.call(form);
        return null;
      });
    });
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var button = form.querySelector('button');
    if (!begin(button)) return;
    within(send(), -1).then(function (count) {
      if (count === 0) return leave();
      if (count < 0) say(text('impossible'), false);
      else say(counted(count), true);
      return null;
    }).then(function () { end(button); });
  });
  box.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-leave')) {
      if (begin(button)) leave().then(function () { end(button); });
    } else {
      box.hidden = true;
      form.querySelector('button').focus();
    }
  });
}());
