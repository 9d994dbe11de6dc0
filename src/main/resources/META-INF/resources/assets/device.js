/*
 * What a device keeps of lessons, for pages and for the service worker alike (IndexedDB and Cache Storage "stezhka-lessons"):
 *   events  what somebody did without a network, in this order, until the server has it: {nr, id, person, course, lesson, step, kind, version, fields, at};
 *           with the status in refused what the server would not take, until the person has seen it
 *   places  person/course/lesson → {done, at, answers}: how far somebody is here, and what was answered here
 *   copies  address of a kept lesson → {address, course, lesson, number, title, courseTitle, language, print, bytes, at}
 *   facts   person and lang of the last page from the network; files, when they were loaded; course/<lang>/<course> of a course that was kept as a whole
 * Copies say nothing of a person. On a shared computer nothing of this is kept.
 */
(function (scope) {
  'use strict';
  var NAME = 'stezhka-lessons';
  var STORES = { events: { keyPath: 'nr', autoIncrement: true }, places: {}, copies: { keyPath: 'address' }, facts: {} };
  var opening = null;

  function open() {
    opening = opening || new Promise(function (done, failed) {
      var request = scope.indexedDB.open(NAME, 1);
      request.onupgradeneeded = function () {
        Object.keys(STORES).forEach(function (store) { request.result.createObjectStore(store, STORES[store]); });
      };
      request.onsuccess = function () {
        request.result.onversionchange = function () {
          request.result.close();
          opening = null;
        };
        done(request.result);
      };
      request.onerror = request.onblocked = function () { failed(request.error); };
    });
    return opening;
  }
  /* The work gets the stores and may give back a request, whose result is the result. */
  function act(stores, mode, work) {
    return open().then(function (db) {
      return new Promise(function (done, failed) {
        var transaction = db.transaction(stores, mode);
        var request = work.apply(null, stores.map(function (store) { return transaction.objectStore(store); }));
        transaction.oncomplete = function () { done(request ? request.result : undefined); };
        transaction.onerror = transaction.onabort = function () { failed(transaction.error); };
      });
    });
  }

  function keyOf(event) { return [event.person, event.course, event.lesson].join('/'); }
  function isPress(fields) { return Boolean(fields.again || fields.show || fields.part || fields.list || fields.enter); }
  function move(place, event) {
    var answer = place.answers[event.step] || { tries: 0, presses: [] };
    if (event.kind === 'step') {
      if (event.step === place.done + 1) place.done = event.step;
      place.at = event.step + 1;
      return;
    }
    place.at = event.step;
    answer.tries += 1;
    if (!isPress(event.fields)) answer.fields = event.fields;
    else if (event.fields.again) answer.presses = [];
    else answer.presses.push(event.fields);
    place.answers[event.step] = answer;
  }

  scope.stezhkaDevice = {
    cache: NAME,
    /* Whether this browser can keep lessons at all */
    able: Boolean(scope.indexedDB && scope.caches && scope.fetch && scope.Promise),
    all: function (store) { return act([store], 'readonly', function (each) { return each.getAll(); }); },
    get: function (store, key) { return act([store], 'readonly', function (each) { return each.get(key); }); },
    put: function (store, value, key) { return act([store], 'readwrite', function (each) { return key === undefined ? each.put(value) : each.put(value, key); }); },
    remove: function (store, key) { return act([store], 'readwrite', function (each) { return each.delete(key); }); },
    place: function (person, course, lesson) {
      return this.get('places', [person, course, lesson].join('/')).then(function (place) { return place || { done: 0, at: 0, answers: {} }; });
    },
    putPlace: function (person, course, lesson, place) { return this.put('places', place, [person, course, lesson].join('/')); },
    /* Something was done without a network: it waits to be sent, and the place moves on, both or neither. */
    remember: function (event) {
      event.at = Date.now();
      return act(['events', 'places'], 'readwrite', function (events, places) {
        var known = places.get(keyOf(event));
        events.add(event);
        known.onsuccess = function () {
          var place = known.result || { done: 0, at: 0, answers: {} };
          move(place, event);
          places.put(place, keyOf(event));
        };
      });
    },
    /* The lesson that an address is about, and the step: 0 where the person left it, -1 behind its end */
    lesson: function (path) {
      var found = /^\/courses\/([^/]+)\/lessons\/([^/]+)(?:\/steps\/(\d{1,3})|\/(finish))?$/.exec(path);
      return found && { course: found[1], lesson: found[2], step: found[4] ? -1 : Number(found[3] || 0) };
    },
    copyOf: function (lang, course, lesson) { return '/offline/' + lang + '/courses/' + course + '/lessons/' + lesson; },
    newId: function () {
      if (scope.crypto.randomUUID) return scope.crypto.randomUUID();
      var hex = Array.prototype.map.call(scope.crypto.getRandomValues(new Uint8Array(16)), function (byte, at) {
        return ((at === 6 ? byte & 15 | 64 : at === 8 ? byte & 63 | 128 : byte) + 256).toString(16).slice(1);
      }).join('');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    /* The words of an element for a number: data-text-<name>-one, -few, -many */
    counted: function (element, name, n) {
      var rule = 'many';
      try { rule = new Intl.PluralRules(scope.document.documentElement.lang).select(n); } catch (ignored) { /* old browser: the general form */ }
      var words = element.getAttribute('data-text-' + name + '-' + rule) || element.getAttribute('data-text-' + name + '-many') || '';
      return words.replace('{n}', String(n));
    },
    /* Nothing of anybody stays. */
    forget: function () {
      return Promise.all([scope.caches.delete(NAME), open().then(function (db) {
        db.close();
        opening = null;
        return new Promise(function (done) {
          var request = scope.indexedDB.deleteDatabase(NAME);
          request.onsuccess = request.onerror = request.onblocked = done;
        });
      })]);
    }
  };
}(self));
