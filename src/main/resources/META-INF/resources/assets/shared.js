/*
 * A shared computer: an open page says that it is there, holds a lifeline, warns before the time is over, and nothing of one person is left
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
  var line = null;
  var mayHold = false;

  function beat(active) {
    if (active) acted = false;
    return fetch('/shared-computer/presence', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: 'active=' + (active ? 'yes' : 'no')
    }).then(function (reply) {
      if (reply.status === 401) return over();
      if (reply.status === 404) return end();
      return reply.ok ? reply.json().then(function (said) {
        deadline = Date.now() + said.secondsLeft * 1000;
        holdAgain();
      }) : null;
    }).catch(function () { return null; });
  }

  /* Answers that wait are kept as long as this page may stay: its question lets the same person sign in again, and sends them. */
  function over() {
    if (line) line.source.close();
    line = null;
    var answers = window.stezhkaAnswers;
    if (!answers) return end();
    return answers.send().then(function (waiting) { return waiting ? null : end(); });
  }

  /*
   * The lifeline: a connection that the system closes when the browser dies, and the server then ends the session. Whoever leaves in an
   * orderly way says so before. The id is known to this page alone and kept nowhere, so what is restored after a crash has another one.
   */
  function newId() {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    var hex = Array.prototype.map.call(window.crypto.getRandomValues(new Uint8Array(16)), function (each) {
      return (each + 256).toString(16).slice(1);
    }).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  function say(word) { return navigator.sendBeacon('/shared-computer/lifelines/' + line.id + '/' + word); }
  function hold() {
    var mine = line || { id: newId(), pause: 1000, greeted: false };
    line = mine;
    mine.source = new window.EventSource('/shared-computer/lifelines/' + mine.id);
    mine.source.onopen = function () {
      mine.pause = 1000;
      if (line === mine && !mine.greeted) mine.greeted = say('greeting');
    };
    mine.source.onerror = function () {
      /* A connection that broke comes again by itself; one that was refused does not. */
      if (line !== mine || mine.source.readyState !== window.EventSource.CLOSED) return;
      mine.greeted = false;
      window.setTimeout(function () {
        if (line !== mine) return;
        hold();
        if (mine.pause > 1000) beat(acted);
        mine.pause = Math.min(mine.pause * 2, BEAT);
      }, mine.pause);
    };
  }
  function farewell() {
    if (!line) return;
    say('farewell');
    line.source.close();
    line = null;
  }
  function mayBegin() {
    mayHold = true;
    hold();
  }
  /* Two pages of a browser are enough, however many are open: over HTTP/1.1 it has six connections for all of them. */
  function queue() {
    if (!window.EventSource || !navigator.sendBeacon || !window.crypto) return;
    if (!navigator.locks || !window.AbortController) {
      mayBegin();
      return;
    }
    var others = new AbortController();
    ['stezhka-lifeline-1', 'stezhka-lifeline-2'].forEach(function (name) {
      navigator.locks.request(name, { signal: others.signal }, function () {
        if (mayHold) return null;
        others.abort();
        mayBegin();
        return new Promise(function () { /* as long as the page lives */ });
      }).catch(function () { return null; });
    });
  }
  function holdAgain() { if (mayHold && !line) hold(); }
  /* Some browsers end connections as soon as a link is pressed. A page that stays after all, as with a file to keep, holds on again. */
  window.addEventListener('beforeunload', function () {
    farewell();
    window.setTimeout(holdAgain, 3000);
  });
  window.addEventListener('pagehide', function () {
    farewell();
    mayHold = false;
  });
  document.addEventListener('freeze', farewell);
  document.addEventListener('resume', holdAgain);

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
  queue();
}());
