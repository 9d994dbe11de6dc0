/*
 * Lessons without a network. Pages and presses go to the server as always; only when it cannot be had, a kept copy of the lesson answers, and
 * what was pressed in a lesson waits on the device. Nothing else is touched: no page of a person is ever kept, and quizzes have a queue of
 * their own. Copies are put into the cache by pages (offline.js), never from here.
 */
/* global importScripts, stezhkaDevice */
'use strict';
importScripts('/assets/device.js');

/* How long the server may be silent before a copy answers; not so long again soon after it was silent or away */
var PATIENCE = 8000;
var PATIENCE_AFTERWARDS = 1500;
var AFTERWARDS = 30000;
var awaySince = 0;
var PRESS = /^\/courses\/([^/]+)\/lessons\/([^/]+)\/steps\/(\d{1,3})\/(completion|response)$/;
/* The way to the server is closed, though somebody answers on it */
var AWAY = [502, 503, 504];
/* Later it may work: R-L-03 */
var LATER = [408, 425, 429, 500, 502, 503, 504];

self.addEventListener('install', function (event) { event.waitUntil(self.skipWaiting()); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', function (event) {
  var request = event.request;
  var address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(page(request, address.pathname));
  else if (request.mode === 'navigate' && PRESS.test(address.pathname)) event.respondWith(press(request, address.pathname));
  else if (request.method === 'GET' && address.pathname.indexOf('/assets/') === 0) event.respondWith(asset(request, address.pathname));
});

function kept(address) {
  return caches.open(stezhkaDevice.cache).then(function (cache) { return cache.match(address); });
}
function fact(name, otherwise) {
  return stezhkaDevice.get('facts', name).then(function (value) { return value || otherwise; }, function () { return otherwise; });
}
/* The kept copy of a lesson, in the language of the pages before or else in the other one */
function copyOf(lesson) {
  if (!lesson) return Promise.resolve(undefined);
  return fact('lang', 'uk').then(function (lang) {
    return kept(stezhkaDevice.copyOf(lang, lesson.course, lesson.lesson)).then(function (copy) {
      return copy || kept(stezhkaDevice.copyOf(lang === 'uk' ? 'en' : 'uk', lesson.course, lesson.lesson));
    });
  });
}
/* The page that says which lessons are here */
function standIn() {
  return fact('lang', 'uk').then(function (lang) {
    return kept('/offline/' + lang).then(function (found) { return found || kept('/offline/' + (lang === 'uk' ? 'en' : 'uk')); });
  });
}
function patiently(promise) {
  var patience = Date.now() - awaySince < AFTERWARDS ? PATIENCE_AFTERWARDS : PATIENCE;
  return Promise.race([promise, new Promise(function (done, failed) {
    setTimeout(function () { failed(new Error('too late')); }, patience);
  })]).catch(function (error) {
    awaySince = Date.now();
    throw error;
  });
}

function page(request, path) {
  /* Asked at once; whether there is a copy is looked up meanwhile. */
  var answer = fetch(request);
  answer.catch(function () { return undefined; });
  return copyOf(stezhkaDevice.lesson(path)).catch(function () { return undefined; }).then(function (copy) {
    return (copy ? patiently(answer) : answer).then(function (got) {
      return copy && AWAY.indexOf(got.status) >= 0 ? copy : got;
    }, function () {
      return copy || standIn().catch(function () { return undefined; }).then(function (found) { return found || Response.error(); });
    });
  });
}

/* Files of the copies: pages keep them up (offline.js). */
function asset(request, path) {
  return fetch(request).catch(function () {
    return kept(path).then(function (found) { return found || Response.error(); });
  });
}

/* A form of a lesson. Repeating it does no harm, so it may be sent again from the queue even if it got through. */
function press(request, path) {
  var copied = request.clone();
  return patiently(fetch(request)).catch(function () { return null; }).then(function (got) {
    if (got && LATER.indexOf(got.status) < 0) return got;
    return copied.formData().then(function (form) { return remember(path, form); }).catch(function () { return got || Response.error(); });
  });
}
function remember(path, form) {
  var found = PRESS.exec(path);
  var step = Number(found[3]);
  var fields = {};
  form.forEach(function (value, name) {
    if (typeof value === 'string') (fields[name] = fields[name] || []).push(value);
  });
  var response = found[4] === 'response';
  return fact('person', '').then(function (person) {
    return stezhkaDevice.remember({
      id: (fields.saveId || [])[0] || stezhkaDevice.newId(), person: person, course: found[1], lesson: found[2], step: step,
      kind: response ? 'response' : 'step', version: (fields.version || [])[0], fields: response ? fields : {}
    });
  }).then(function () {
    return copyOf({ course: found[1], lesson: found[2] });
  }).then(function (copy) {
    return copy ? copy.text() : '';
  }).then(function (html) {
    var address = '/courses/' + found[1] + '/lessons/' + found[2];
    var steps = html.split('<section data-step=').length - 1;
    var next = response ? step : step + 1;
    return Response.redirect(!steps ? address : address + (next > steps ? '/finish' : '/steps/' + next), 303);
  });
}
