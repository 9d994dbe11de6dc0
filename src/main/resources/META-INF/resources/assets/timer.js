/*
 * Counts down to the end of an attempt by the server's clock: what is left is "deadline − server time" of the page, counted on
 * with a clock that nobody can set. Asks the server again every 20 seconds, so that minutes which somebody adds show up by
 * themselves. Without this script the page tells the end as a time of day. Nothing flashes, nothing is decided here.
 */
(function () {
  'use strict';

  var box = document.querySelector('[data-timer]');
  if (!box || !window.fetch || !window.performance) return;
  var attempt = box.getAttribute('data-attempt');
  var deadline = Date.parse(box.getAttribute('data-deadline'));
  var left = box.querySelector('[data-timer-left]');
  var hide = box.querySelector('[data-timer-hide]');
  var notice = box.querySelector('[data-timer-notice]');
  var over = box.querySelector('[data-timer-over]');
  var POLL = 20000;

  function text(name) { return box.getAttribute('data-text-' + name) || ''; }
  function remembered(key) {
    try { return window.sessionStorage.getItem('stezhka-timer/' + key); } catch (ignored) { return null; }
  }
  function remember(key, value) {
    try { window.sessionStorage.setItem('stezhka-timer/' + key, value); } catch (ignored) { /* then it is said again */ }
  }

  /* The server's clock: its time at one moment, and what has passed since. */
  var navigation = performance.getEntriesByType && performance.getEntriesByType('navigation')[0];
  var server = Date.parse(box.getAttribute('data-now'));
  var since = navigation && navigation.responseStart > 0 ? navigation.responseStart : performance.now();
  function now() { return server + performance.now() - since; }

  function say(words) {
    if (notice.textContent === words && !notice.hidden) return;
    notice.textContent = words;
    notice.hidden = !words;
  }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function written(seconds) {
    var minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? minutes + ':' + two(seconds % 60)
      : Math.floor(minutes / 60) + ':' + two(minutes % 60) + ':' + two(seconds % 60);
  }
  /* Once for each end of each attempt, on whichever page it falls. */
  function warn(name) {
    var key = [attempt, deadline, name].join('/');
    if (remembered(key)) return;
    remember(key, 'said');
    say(text(name));
  }

  var ended = false;
  function end() {
    if (ended) return;
    ended = true;
    left.hidden = hide.hidden = true;
    over.hidden = false;
    say(text('over'));
    /* What was answered in the last second still counts. */
    if (window.stezhkaAnswers) window.stezhkaAnswers.send();
  }
  function goOn() {
    ended = false;
    over.hidden = true;
    hide.hidden = false;
  }
  function show() {
    var rest = Math.ceil((deadline - now()) / 1000);
    if (rest <= 0) {
      end();
    } else {
      if (ended) goOn();
      left.hidden = remembered('hidden') === 'yes';
      left.textContent = ' · ' + text('left').replace('{time}', written(rest));
      if (rest <= 60) warn('last');
      else if (rest <= 300) warn('soon');
    }
    window.clearTimeout(show.timer);
    show.timer = window.setTimeout(show, 1000 - ((now() % 1000) + 1000) % 1000);
  }

  hide.addEventListener('click', function () {
    var hidden = remembered('hidden') !== 'yes';
    remember('hidden', hidden ? 'yes' : 'no');
    label();
    show();
  });
  function label() {
    hide.textContent = text(remembered('hidden') === 'yes' ? 'show' : 'hide');
  }

  /* ── The server is asked again ── */

  function told(clock, begun) {
    server = Date.parse(clock.serverTime);
    since = (begun + performance.now()) / 2;
    var next = clock.deadline ? Date.parse(clock.deadline) : deadline;
    if (next !== deadline) {
      var more = next > deadline;
      deadline = next;
      var shown = box.querySelector('[data-timer-end]');
      if (shown && clock.endsAt) shown.textContent = clock.endsAt;
      if (more && clock.open) {
        goOn();
        say(text('more').replace('{time}', clock.endsAt));
      }
    }
    if (!clock.open) end();
    else show();
  }
  var asking = false;
  function ask() {
    window.clearTimeout(ask.timer);
    ask.timer = window.setTimeout(ask, POLL + Math.random() * 4000);
    if (asking || document.visibilityState === 'hidden') return;
    asking = true;
    var begun = performance.now();
    fetch(box.getAttribute('data-clock'), { credentials: 'same-origin', headers: { Accept: 'application/json' } }).then(function (reply) {
      var json = /^application\/json/i.test(reply.headers.get('Content-Type') || '');
      return reply.ok && json ? reply.json() : null;
    }).then(function (clock) {
      asking = false;
      if (clock && clock.serverTime) told(clock, begun);
    }, function () {
      asking = false;
    });
  }
  document.addEventListener('answer-saved', function (event) {
    var next = event.detail && event.detail.deadline && Date.parse(event.detail.deadline);
    if (next && next !== deadline) ask();
  });
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible') ask();
  });
  window.addEventListener('pageshow', function (event) { if (event.persisted) ask(); });
  window.addEventListener('online', ask);

  label();
  hide.hidden = false;
  show();
  ask.timer = window.setTimeout(ask, POLL + Math.random() * 4000);
}());
