/*
 * Lessons that stay on this device: keeps a copy of each lesson that is opened, or of a whole course when somebody asks for it, and sends what was
 * done without a network as soon as there is one: when a page opens, when the network or the person comes back, and again and again in between.
 * The service worker answers with the copies when the server cannot be had. Pages work without this script. Pages on shared computers, which
 * keep nothing, have none of it.
 */
(function () {
  'use strict';
  var device = window.stezhkaDevice;
  if (!device || !device.able || !('serviceWorker' in navigator) || !window.DOMParser) return;

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function ignore() { return null; }
  var lang = document.documentElement.lang || 'uk';
  var copyPage = document.querySelector('[data-copy],[data-offline-page]');
  /* These pages say themselves that there is no connection. */
  var banner = copyPage && document.querySelector('[data-offline]');
  if (banner) banner.parentNode.removeChild(banner);

  function workers() { return navigator.serviceWorker.getRegistrations(); }
  /* Copies, what waits, and who answers with them: nothing stays. */
  function forget() {
    return workers().then(function (found) {
      return Promise.all(found.map(function (worker) { return worker.unregister(); }));
    }).then(device.forget);
  }
  /* ── Who is here, and in which language: told by pages from the network only ── */

  var person = Promise.resolve((document.body.getAttribute('data-person') || ''));
  /* Nothing is written for people who have opened no lesson here. */
  var begun = copyPage || document.querySelector('[data-keep-lesson],[data-keep-course]') ? Promise.resolve(true)
    : Promise.all([workers(), window.caches.has(device.cache)]).then(function (found) { return found[0].length > 0 || found[1]; });
  if (copyPage) {
    person = device.get('facts', 'person').then(function (known) { return known || ''; }).catch(function () { return ''; });
  } else {
    Promise.all([begun, person]).then(function (known) {
      return known[0] ? Promise.all([device.put('facts', known[1], 'person'), device.put('facts', lang, 'lang')]) : null;
    }).catch(ignore);
  }

  /* ── Sending ── */

  var FIRST = 2000;
  var LAST = 60000;
  var pause = FIRST;
  var timer = 0;
  var sending = null;

  function tell(waiting, refused) {
    document.dispatchEvent(new CustomEvent('lesson-events', { detail: { waiting: waiting, refused: refused } }));
  }
  /* What became of one: sent, held (somebody else is here), later, or the status of a refusal: the lesson is not there any more, or asks something else now */
  function put(event) {
    var address = '/api/v1/progress/' + event.course + '/lessons/' + event.lesson + '/steps/' + event.step;
    var control = window.AbortController ? new AbortController() : null;
    var limit = control && window.setTimeout(function () { control.abort(); }, 15000);
    /* By the clock of this device alone, so it does not matter whether that clock is right. */
    var ago = '?ago=' + Math.max(0, Math.round((Date.now() - (event.at || Date.now())) / 1000));
    return fetch((event.kind === 'step' ? address : address + '/responses/' + event.id) + ago, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Person-Key': event.person },
      signal: control ? control.signal : undefined,
      body: event.kind === 'step' ? '{}' : JSON.stringify({ version: event.version || null, fields: event.fields })
    }).then(function (reply) {
      var json = /^application\/(problem\+)?json/i.test(reply.headers.get('Content-Type') || '');
      if (reply.status === 200 && json) return 'sent';
      if (!json) return 'later';
      if (reply.status === 401) return 'held';
      return [400, 404, 409, 410, 422].indexOf(reply.status) >= 0 ? reply.status : 'later';
    }, function () { return 'later'; }).then(function (outcome) {
      window.clearTimeout(limit);
      return outcome;
    });
  }
  /* What waits for somebody who is not signed in (any more): R-L-03 */
  function ask() {
    var strip = document.querySelector('[data-lessons-held]');
    if (!strip) return;
    strip.querySelector('a').setAttribute('href', '/sign-in?next=' + encodeURIComponent(window.location.pathname));
    strip.hidden = false;
  }
  /* What somebody who is here did, and the server does not have: it waits, or was refused */
  function mine(refused) {
    return begun.then(function (there) { return Promise.all([there ? device.all('events') : [], person]); }).then(function (known) {
      var some = known[0].filter(function (event) { return Boolean(event.refused) === refused; });
      var own = some.filter(function (event) { return event.person === '' || event.person === known[1]; });
      if (!refused && known[1] === '' && own.length < some.length) ask();
      return own;
    });
  }
  function waiting() { return mine(false).then(function (events) { return events.length; }); }
  function next(events, at) {
    if (at === events.length) return Promise.resolve(0);
    var event = events[at];
    return put(event).then(function (outcome) {
      if (outcome === 'later' || outcome === 'held') return outcome === 'held' ? -1 : events.length - at;
      if (outcome !== 'sent') event.refused = outcome;
      return (event.refused ? device.put('events', event) : device.remove('events', event.nr)).then(function () {
        if (at + 1 < events.length) tell(events.length - at - 1, 0);
        return next(events, at + 1);
      });
    });
  }

  /* What the server refused stays and is shown, until the person has seen it: R-L-03 */
  var shown = '';
  function refusals() {
    var box = document.querySelector('[data-lessons-refused]');
    return mine(true).then(function (events) {
      return Promise.all([events, events.length && box ? device.all('copies') : []]);
    }).then(function (known) {
      var numbers = known[0].map(function (event) { return event.nr; }).join();
      /* Somebody may be about to press one of the links. */
      if (!box || numbers === shown) return known[0].length;
      shown = numbers;
      var list = box.querySelector('ul');
      list.textContent = '';
      lessonsOf(known[0]).forEach(function (event) {
        var copies = known[1].filter(function (copy) { return copy.course === event.course && copy.lesson === event.lesson; });
        var copy = copies.filter(function (each) { return each.address.indexOf('/offline/' + lang + '/') === 0; })[0] || copies[0];
        var link = document.createElement('a');
        link.href = '/courses/' + event.course + (event.refused === 404 ? '' : '/lessons/' + event.lesson);
        link.textContent = copy ? copy.title : box.getAttribute('data-text-lesson');
        if (copy) link.lang = copy.language;
        list.appendChild(document.createElement('li')).appendChild(link);
      });
      if (known[0].length) box.querySelector('[data-refused-words]').textContent = device.counted(box, 'refused', known[0].length);
      box.hidden = !known[0].length;
      return known[0].length;
    }).catch(function () { return 0; });
  }
  /* One event of each lesson */
  function lessonsOf(events) {
    return events.filter(function (event, at) {
      return events.every(function (other, before) { return before >= at || other.course !== event.course || other.lesson !== event.lesson; });
    });
  }
  all('[data-refused-seen]').forEach(function (button) {
    button.addEventListener('click', function () {
      mine(true).then(function (events) {
        return Promise.all(events.map(function (event) { return device.remove('events', event.nr); }));
      }).then(refusals).then(function () { document.getElementById('main').focus(); }).catch(ignore);
    });
  });

  /* Resolves with how many wait still; -1 when they wait for somebody else. One page at a time sends. */
  function send() {
    if (sending) return sending;
    window.clearTimeout(timer);
    function work() { return mine(false).then(function (events) { return next(events, 0); }); }
    if (navigator.onLine === false) return refusals().then(waiting).catch(function () { return 0; });
    sending = (navigator.locks ? navigator.locks.request('stezhka-lessons', work) : work()).catch(function () { return 0; }).then(function (left) {
      return Promise.all([left, refusals()]);
    }).then(function (counts) {
      var left = counts[0];
      sending = null;
      if (left < 0) ask();
      tell(Math.max(0, left), counts[1]);
      if (left > 0) {
        timer = window.setTimeout(send, pause * (0.75 + Math.random() / 2));
        pause = Math.min(LAST, 2 * pause);
      } else {
        pause = FIRST;
      }
      return left;
    });
    return sending;
  }
  function sendSoon() {
    pause = FIRST;
    send();
  }
  window.addEventListener('online', sendSoon);
  window.addEventListener('focus', sendSoon);
  document.addEventListener('visibilitychange', function () { if (!document.hidden) sendSoon(); });
  window.stezhkaLessons = { person: person, send: send, forget: forget, waiting: waiting };
  send();

  /* ── Keeping ── */

  var HOUR = 3600000;
  function cached(work) { return window.caches.open(device.cache).then(work); }
  /* Asks as nobody, so that nothing in the copy is about anybody. */
  function load(address) {
    return fetch(address, { credentials: 'omit', cache: 'no-cache' }).then(function (reply) {
      if (reply.status !== 200 || reply.redirected) throw new Error(String(reply.status));
      return reply;
    });
  }
  var filesKept = null;
  function keepFiles(files) {
    filesKept = filesKept || allFiles(files).catch(function (error) {
      filesKept = null;
      throw error;
    });
    return filesKept;
  }
  function allFiles(files) {
    return Promise.all([device.get('facts', 'files'), window.caches.open(device.cache)]).then(function (known) {
      var cache = known[1];
      var fresh = Date.now() - (known[0] || 0) < HOUR;
      function fetched(file) { return load(file).then(function (reply) { return cache.put(file, reply); }); }
      return Promise.all(files.map(function (file) {
        return fresh ? cache.match(file).then(function (there) { return there || fetched(file); }) : fetched(file);
      }).concat(['/offline/uk', '/offline/en'].map(fetched)));
    }).then(function () { return device.put('facts', Date.now(), 'files'); });
  }
  function keep(address) {
    return load(address).then(function (reply) {
      var copy = reply.clone();
      return reply.text().then(function (html) {
        var box = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-copy]');
        var inside = box.querySelector('article[lang]');
        return keepFiles(box.getAttribute('data-files').split(' ')).then(function () {
          return cached(function (cache) { return cache.put(address, copy); });
        }).then(function () {
          return device.put('copies', {
            address: address, course: box.getAttribute('data-course'), lesson: box.getAttribute('data-lesson'),
            number: Number(box.getAttribute('data-number')), title: box.getAttribute('data-lesson-title'), courseTitle: box.getAttribute('data-course-title'),
            language: inside ? inside.getAttribute('lang') : lang,
            print: (reply.headers.get('ETag') || '').replace(/^W\/|"/g, ''), bytes: html.length, at: Date.now()
          });
        });
      });
    });
  }
  function drop(address) {
    return cached(function (cache) { return cache.delete(address); }).then(function () { return device.remove('copies', address); });
  }
  function register() { return navigator.serviceWorker.register('/service-worker.js').catch(ignore); }

  /* A lesson that is open: kept without asking, unless somebody saves data. The last ones stay. */
  var OPENED = 20;
  function keepOpened(box) {
    var lesson = device.lesson(box.getAttribute('data-keep-lesson'));
    var here = device.lesson(window.location.pathname);
    var address = device.copyOf(lang, lesson.course, lesson.lesson);
    person.then(function (key) {
      return device.place(key, lesson.course, lesson.lesson).then(function (place) {
        place.at = here ? here.step : place.at;
        place.done = Math.max(place.done, place.at - 1);
        return device.putPlace(key, lesson.course, lesson.lesson, place);
      });
    }).catch(ignore);
    var thrifty = navigator.connection && navigator.connection.saveData;
    device.get('copies', address).then(function (known) {
      if (known && (thrifty || Date.now() - known.at < HOUR)) return known;
      return thrifty ? null : keep(address).then(function () { return forgetOldest(); });
    }).then(function (there) {
      if (there) all('[data-kept]').forEach(function (line) { line.hidden = false; });
    }).catch(ignore);
  }
  function forgetOldest() {
    return Promise.all([device.all('copies'), courses()]).then(function (known) {
      var old = known[0].filter(function (copy) { return known[1].indexOf(copy.course) < 0; })
        .sort(function (one, other) { return other.at - one.at; }).slice(OPENED);
      return Promise.all(old.map(function (copy) { return drop(copy.address); }));
    }).then(function () { return true; });
  }
  /* The courses that were kept as a whole, in any language */
  function courses() {
    return device.all('facts').then(function (facts) {
      return facts.filter(function (fact) { return fact && fact.wholeCourse; }).map(function (fact) { return fact.wholeCourse; });
    });
  }

  /* ── A whole course: its size is told first ── */

  function Course(box) {
    var slug = box.getAttribute('data-keep-course');
    var button = box.querySelector('[data-keep]');
    var remove = box.querySelector('[data-keep-not]');
    var line = box.querySelector('[data-keep-state]');
    var fact = 'course/' + lang + '/' + slug;
    var plan = null;
    var busy = false;

    function text(name) { return box.getAttribute('data-text-' + name); }
    function size(bytes) {
      var kilobytes = bytes / 1024;
      return kilobytes < 1000
        ? text('kilobytes').replace('{n}', Math.max(1, Math.round(kilobytes)).toLocaleString(lang))
        : text('megabytes').replace('{n}', (Math.round(kilobytes / 102.4) / 10).toLocaleString(lang));
    }
    function missing() {
      return device.all('copies').then(function (copies) {
        return plan.lessons.filter(function (lesson) {
          return !copies.some(function (copy) { return copy.address === lesson.address && copy.print === lesson.print; });
        });
      });
    }
    function bytesOf(lessons) { return lessons.reduce(function (sum, lesson) { return sum + lesson.bytes; }, 0); }
    function show(words) {
      return Promise.all([missing(), device.get('facts', fact)]).then(function (known) {
        var left = known[0];
        var some = plan.lessons.length - left.length;
        button.hidden = !left.length;
        button.textContent = some ? text('more').replace('{n}', size(bytesOf(left))) : text('keep').replace('{n}', size(plan.bytes));
        remove.hidden = !some;
        line.textContent = words || (left.length ? '' : text('done').replace('{n}', size(plan.bytes)));
        box.hidden = false;
        return left;
      });
    }
    function one(lessons, at) {
      if (at === lessons.length) return Promise.resolve();
      line.textContent = text('working').replace('{n}', String(plan.lessons.length - lessons.length + at + 1));
      return keep(lessons[at].address).then(function () { return one(lessons, at + 1); });
    }
    function load() {
      return missing().then(function (lessons) {
        return one(lessons, 0);
      }).then(function () { return device.put('facts', { wholeCourse: slug }, fact); });
    }
    function failed(error) {
      if (error && error.name === 'QuotaExceededError') return show(text('full'));
      return missing().then(function (left) {
        return show(text('part').replace('{n}', String(plan.lessons.length - left.length)));
      });
    }
    function during(work) {
      if (busy) return;
      busy = true;
      button.setAttribute('aria-busy', 'true');
      work().catch(failed).then(function () {
        busy = false;
        button.removeAttribute('aria-busy');
      }).catch(ignore);
    }
    button.addEventListener('click', function () {
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(ignore);
      during(function () { return register().then(load).then(function () { return show(''); }).then(function () { remove.focus(); }); });
    });
    remove.addEventListener('click', function () {
      during(function () {
        return Promise.all(plan.lessons.map(function (lesson) { return drop(lesson.address); }))
          .then(function () { return device.remove('facts', fact); })
          .then(function () { return show(text('removed')); }).then(function () { button.focus(); });
      });
    });
    fetch('/api/v1/courses/' + slug + '/copy?lang=' + lang, { credentials: 'omit' }).then(function (reply) {
      if (reply.status !== 200) throw new Error(String(reply.status));
      return reply.json();
    }).then(function (found) {
      plan = found;
      return Promise.all([show(''), device.get('facts', fact)]);
    }).then(function (known) {
      /* What was kept as a whole is kept up when the course has changed. */
      if (known[1] && known[0].length) during(function () { return load().then(function () { return show(''); }); });
    }).catch(ignore);
  }

  /* ── On this page ── */

  all('[data-keep-lesson]').forEach(function (box) {
    register();
    keepOpened(box);
  });
  all('[data-keep-course]').forEach(function (box) { new Course(box); });
  if (all('[data-kept-course]').length) {
    begun.then(function (there) { return there ? courses() : []; }).then(function (whole) {
      all('[data-kept-course]').forEach(function (tag) { tag.hidden = whole.indexOf(tag.getAttribute('data-kept-course')) < 0; });
    }).catch(ignore);
  }

  /* The page that stands for all others */
  var standIn = document.querySelector('[data-offline-page]');
  if (standIn) {
    standIn.querySelector('[data-offline-again]').addEventListener('click', function () { window.location.reload(); });
    device.all('copies').then(function (copies) {
      var section = standIn.querySelector('[data-offline-lessons]');
      var byCourse = {};
      /* Each lesson once: in the language of the page, or else in the one it is here in */
      copies.filter(function (copy) {
        var own = device.copyOf(lang, copy.course, copy.lesson);
        return copy.address === own || !copies.some(function (other) { return other.address === own; });
      }).forEach(function (copy) {
        (byCourse[copy.courseTitle] = byCourse[copy.courseTitle] || []).push(copy);
      });
      Object.keys(byCourse).sort().forEach(function (title) {
        var heading = document.createElement('h3');
        heading.textContent = title;
        heading.lang = byCourse[title][0].language;
        var list = document.createElement('ul');
        list.lang = heading.lang;
        byCourse[title].sort(function (one, other) { return one.number - other.number; }).forEach(function (copy) {
          var item = document.createElement('li');
          var link = document.createElement('a');
          link.href = '/courses/' + copy.course + '/lessons/' + copy.lesson;
          link.textContent = copy.title;
          item.appendChild(link);
          list.appendChild(item);
        });
        section.appendChild(heading);
        section.appendChild(list);
      });
      section.hidden = !Object.keys(byCourse).length;
      standIn.querySelector('[data-offline-none]').hidden = !section.hidden;
    }).catch(ignore);
    window.stezhkaLessons.waiting().then(function (n) {
      var line = standIn.querySelector('[data-offline-waiting]');
      line.hidden = !n;
      if (n) line.textContent = device.counted(standIn, 'waiting', n);
    }).catch(ignore);
  }
}());
