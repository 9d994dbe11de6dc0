/*
 * A shared computer: an open page says that it is there, warns before the time is over, and nothing of one person is left
 * for the next. Without this script the server ends the session all the same.
 */
(function () {
  'use strict';
  var root = document.documentElement;
  var BEAT = 30000;
  var WARNING = 120000;
  var person = document.body.getAttribute('data-person');

  /* The browser's own store of pages: what one step back would show is asked for anew. */
  window.addEventListener('pagehide', function (event) { if (event.persisted) root.hidden = true; });
  window.addEventListener('pageshow', function (event) { if (event.persisted) window.location.reload(); });

  Array.prototype.forEach.call(document.querySelectorAll('form, input:not([type="hidden"]), textarea'), function (each) {
    each.setAttribute('autocomplete', 'off');
  });

  function wipe() {
    try {
      window.localStorage.clear();
      window.sessionStorage.clear();
    } catch (ignored) { /* a browser that keeps nothing has nothing to forget */ }
    try {
      window.indexedDB.deleteDatabase('stezhka');
      if (window.indexedDB.databases) {
        window.indexedDB.databases().then(function (all) {
          all.forEach(function (each) { window.indexedDB.deleteDatabase(each.name); });
        }, function () { return null; });
      }
    } catch (ignored) { /* the same */ }
    if (navigator.serviceWorker) {
      navigator.serviceWorker.getRegistrations().then(function (all) { all.forEach(function (each) { each.unregister(); }); }, function () { return null; });
    }
    if (window.caches) {
      window.caches.keys().then(function (all) { all.forEach(function (each) { window.caches.delete(each); }); }, function () { return null; });
    }
  }
  if (!person) {
    wipe();
    return;
  }

  var box = document.querySelector('[data-idle]');
  var left = box.querySelector('[data-idle-left]');
  var stay = box.querySelector('[data-idle-stay]');
  var deadline = Date.now() + Number(root.getAttribute('data-shared')) * 1000;
  var acted = false;
  var ending = false;
  var asking = false;
  var before = null;

  function beat(active) {
    if (active) acted = false;
    return fetch('/shared-computer/presence', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: 'active=' + (active ? 'yes' : 'no')
    }).then(function (reply) {
      if (reply.status === 401 || reply.status === 404) return end();
      return reply.ok ? reply.json().then(function (said) { deadline = Date.now() + said.secondsLeft * 1000; }) : null;
    }).catch(function () { return null; });
  }

  /* What waits is sent if it can be, then everything goes: here privacy comes first. */
  function end() {
    if (ending) return null;
    ending = true;
    var answers = window.stezhkaAnswers;
    var patience = new Promise(function (done) { window.setTimeout(done, 5000); });
    return Promise.race([answers ? answers.send().catch(function () { return null; }) : Promise.resolve(), patience]).then(function () {
      return answers ? Promise.race([answers.forget(), patience]) : null;
    }).catch(function () { return null; }).then(function () {
      wipe();
      var form = document.createElement('form');
      form.method = 'post';
      form.action = '/shared-computer/clearing';
      var sure = document.createElement('input');
      sure.type = 'hidden';
      sure.name = 'sure';
      sure.value = 'yes';
      form.appendChild(sure);
      document.body.appendChild(form);
      HTMLFormElement.prototype.submit.call(form);
    });
  }

  function warn(time) {
    var seconds = Math.max(0, Math.ceil(time / 1000));
    left.textContent = Math.floor(seconds / 60) + ':' + (seconds % 60 < 10 ? '0' : '') + seconds % 60;
    if (!box.hidden) return;
    before = document.activeElement;
    box.hidden = false;
    stay.focus();
  }
  function calm() {
    if (box.hidden) return;
    var inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside && before && document.contains(before)) before.focus();
  }
  function tick() {
    var time = deadline - Date.now();
    if (time > WARNING || ending) {
      calm();
    } else if (acted) {
      beat(true);
    } else if (time > 0) {
      warn(time);
    } else if (!asking) {
      asking = true;
      beat(false).then(function () {
        asking = false;
        if (deadline <= Date.now()) end();
      });
    }
  }

  ['keydown', 'pointerdown', 'touchstart', 'wheel', 'input'].forEach(function (name) {
    document.addEventListener(name, function () { acted = true; }, true);
  });
  stay.addEventListener('click', function () { beat(true).then(tick); });
  window.setInterval(tick, 1000);
  window.setInterval(function () { beat(acted); }, BEAT);
  beat(false);
}());
