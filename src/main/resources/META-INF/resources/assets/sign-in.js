/*
 * Signing in again inside an open attempt: the session has ended, answers wait on this device, the page stays where it is.
 * Without this script the page says what to do, as before.
 */
(function () {
  'use strict';
  var box = document.querySelector('[data-sign-in-again]');
  var answers = window.stezhkaAnswers;
  if (!box || !answers) return;
  var form = box.querySelector('form');
  var login = form.querySelector('[name="login"]');
  var password = form.querySelector('[name="password"]');
  var button = form.querySelector('button:not([type="button"])');
  var alert = form.querySelector('[role="alert"]');
  var before = null;
  var busy = false;

  function text(name) { return box.getAttribute('data-text-' + name) || ''; }
  function typing() {
    var here = document.activeElement;
    return here && !box.contains(here) && (/^(text|textarea)$/.test(here.type) || here.tagName === 'SELECT');
  }
  function enter() {
    if (box.contains(document.activeElement)) return;
    before = document.activeElement;
    (login.value ? password : login).focus();
  }
  function say(words, field) {
    alert.textContent = '';
    [login, password].forEach(function (each) {
      each.removeAttribute('aria-invalid');
      each.closest('.field').classList.remove('field--error');
    });
    if (!words) return;
    var line = document.createElement('p');
    line.className = 'error-text';
    line.textContent = words;
    alert.appendChild(line);
    if (!field) return;
    field.setAttribute('aria-invalid', 'true');
    field.closest('.field').classList.add('field--error');
    field.focus();
  }

  /* Who is writing is not torn away in the middle of a word; a pressed button leads to the form. */
  document.addEventListener('answers', function (event) {
    var asked = event.detail.signIn;
    if (asked && box.hidden) {
      box.hidden = false;
      if (!typing()) enter();
    } else if (asked && event.detail.pressed) {
      enter();
    } else if (!asked && !box.hidden && !busy) {
      leave();
    }
  });
  function leave() {
    var inside = box.contains(document.activeElement);
    box.hidden = true;
    password.value = '';
    say('');
    if (!inside) return;
    var back = before && document.contains(before) && before !== document.body ? before : document.querySelector('form[data-attempt] .btn');
    if (back) back.focus();
  }

  function ask() {
    var control = window.AbortController ? new AbortController() : null;
    var limit = control && window.setTimeout(function () { control.abort(); }, 15000);
    return fetch('/api/v1/sessions', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      signal: control ? control.signal : undefined,
      body: JSON.stringify({ login: login.value, password: password.value, personKey: answers.person })
    }).then(function (reply) {
      window.clearTimeout(limit);
      var json = /^application\/(problem\+)?json/i.test(reply.headers.get('Content-Type') || '');
      var known = { status: json ? reply.status : 0, after: Number(reply.headers.get('Retry-After')) || 60 };
      return known.status !== 201 ? known : reply.json().then(function (session) {
        known.half = session.secondFactorNeeded === true;
        return known;
      });
    }, function () {
      window.clearTimeout(limit);
      return { status: 0 };
    });
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (busy) return;
    if (!login.value.trim()) return say(text('login'), login);
    if (!password.value) return say(text('password'), password);
    busy = true;
    button.setAttribute('aria-busy', 'true');
    ask().then(function (reply) {
      if (reply.status === 201 && reply.half) {
        /* The answers wait on the device; they go out when the person is back on this page. */
        window.location.assign('/sign-in/second-factor?next=' + encodeURIComponent(window.location.pathname));
        return null;
      }
      if (reply.status === 201) {
        say('');
        return answers.send().then(leave);
      }
      if (reply.status === 401) say(text('failed'), password);
      else if (reply.status === 409) say(text('other'), login);
      else if (reply.status === 429) say(text('wait').replace('{time}', answers.clock(Date.now() + reply.after * 1000 + 59999)), password);
      else say(text('later'), password);
      return null;
    }).then(function () {
      busy = false;
      button.removeAttribute('aria-busy');
    });
  });
}());
