/*
 * The attempt player: every answer is put into this device's queue first, then sent, and leaves the queue only when the
 * server has confirmed it. The form works without this script; all words come from its data-text-* attributes.
 *
 * The queue (IndexedDB "stezhka", store "answers") holds one record per person, attempt and position:
 *   latest  the newest answer, with the id of its save (saveId) and the revision it was made on
 *   tried   the save that was sent and not confirmed; it is repeated, with the same id, before anything newer goes out
 *   other   the server's answer, when it turned out to be a different one (409): a person has to choose
 *   refused the status of a final refusal; the answer stays
 * An answer that came after the end of the time leaves the queue: the server keeps it in the log.
 * A press of a rehearsal is such a record, too, with the words for it (what). The server keeps the first press of a step that it gets, so the newest
 * one is sent and none before it is repeated.
 *
 * On pages without an attempt any element with data-person is enough: what waits for that person is sent from there too.
 */
(function () {
  'use strict';

  /* ── Putting things in order by buttons; also on lesson pages ── */

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function numberPlaces(list) {
    var items = all(list, '[data-item]');
    items.forEach(function (item, index) {
      var place = item.querySelector('select');
      if (place) place.value = String(index + 1);
      item.querySelector('[data-move="up"]').disabled = index === 0;
      item.querySelector('[data-move="down"]').disabled = index === items.length - 1;
    });
    return items;
  }

  function move(button) {
    var item = button.closest('[data-item]');
    var list = item.parentNode;
    var up = button.getAttribute('data-move') === 'up';
    var neighbour = up ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    list.insertBefore(item, up ? neighbour : neighbour.nextElementSibling);
    all(list, '.moved').forEach(function (each) { each.classList.remove('moved'); });
    item.classList.add('moved');
    var items = numberPlaces(list);
    if (button.disabled) item.querySelector('[data-move]:not([disabled])').focus();
    else button.focus();
    var box = list.closest('[data-order]');
    var status = box.querySelector('[data-order-state]');
    if (status) {
      status.textContent = (box.getAttribute('data-text-moved') || '')
        .replace('{item}', item.querySelector('.order-text').textContent.trim())
        .replace('{place}', String(items.indexOf(item) + 1))
        .replace('{count}', String(items.length));
    }
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  all(document, '[data-order] .order').forEach(function (list) {
    if (list.querySelector('[data-move]')) numberPlaces(list);
  });
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-move]');
    if (button) move(button);
  });

  /* «Не знаю» and an answer exclude each other */
  document.addEventListener('change', function (event) {
    var field = event.target;
    var form = field.form || (field.closest && field.closest('form'));
    var unknown = form && form.querySelector('input[type="checkbox"][data-unknown]');
    if (!unknown || field.name === 'flag') return;
    if (field === unknown) {
      if (unknown.checked) empty(form);
    } else {
      unknown.checked = false;
    }
  }, true);
  document.addEventListener('input', function (event) {
    var form = event.target.form;
    var unknown = form && /^(text|gap-.*)$/.test(event.target.name) && form.querySelector('input[type="checkbox"][data-unknown]');
    if (unknown) unknown.checked = false;
  }, true);

  function inputs(form) {
    return all(form, '[name="option"],[name="options"],[name="regions"],[name="value"],[name="text"],[name^="pair-"],[name^="gap-"],[name^="group-"]');
  }
  function empty(form) {
    inputs(form).forEach(function (input) {
      if (/^(radio|checkbox)$/.test(input.type)) input.checked = false;
      else input.value = '';
    });
    spots();
  }

  /* ── Places on a picture: pressing one is choosing it in the list; also on lesson pages ── */

  function spotInput(spot) { return document.getElementById(spot.closest('[data-spots]').getAttribute('data-spots') + '-' + spot.getAttribute('data-spot')); }
  function spots() {
    all(document, '[data-spot]').forEach(function (spot) {
      var input = spotInput(spot);
      if (input && input.checked) spot.setAttribute('data-chosen', '');
      else spot.removeAttribute('data-chosen');
    });
  }
  document.addEventListener('click', function (event) {
    var spot = event.target.closest && event.target.closest('[data-spot]');
    var input = spot && spotInput(spot);
    if (input) input.click();
  });
  document.addEventListener('change', spots);
  window.addEventListener('pageshow', spots);

  /* ── From here on: attempts ── */

  var page = document.querySelector('form[data-attempt][data-person]') || document.querySelector('[data-person]');
  if (!page || !window.fetch || !window.Promise) return;
  var person = page.getAttribute('data-person');
  var form = page.matches('form[data-attempt]') ? page : null;
  var attempt = form && form.getAttribute('data-attempt');
  var position = form && form.getAttribute('data-position');
  var type = form && form.getAttribute('data-type');
  /* the buttons of a rehearsal are its answers: rehearsal.js hands them over */
  var rehearses = type === 'rehearsal';
  var asks = Boolean(position) && !rehearses && inputs(form).length + all(form, '[data-item]').length > 0;
  var line = form && form.querySelector('[data-save-state]');
  var signIn = form && form.querySelector('[data-signin]');
  var again = document.querySelector('[data-sign-in-again]');
  var conflictBox = form && form.querySelector('[data-conflict]');
  var language = document.documentElement.lang || 'uk';

  function text(name) { return (page.getAttribute('data-text-' + name) || ''); }
  function plural(name, n) {
    var rule = 'many';
    try { rule = new Intl.PluralRules(language).select(n); } catch (ignored) { /* old browser: the general form */ }
    return (text(name + '-' + rule) || text(name + '-many') || text(name)).replace('{n}', String(n));
  }
  function clock(time) {
    var date = time ? new Date(time) : new Date();
    function two(n) { return (n < 10 ? '0' : '') + n; }
    return two(date.getHours()) + ':' + two(date.getMinutes());
  }
  function newId() {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return Array.prototype.map.call(bytes, function (byte, i) {
      return (/^(4|6|8|10)$/.test(String(i)) ? '-' : '') + (byte < 16 ? '0' : '') + byte.toString(16);
    }).join('');
  }

  /* ── Reading and writing the answer ── */

  function read() {
    var nothing = { state: 'cleared', answer: null };
    if (form.querySelector('[data-unknown]:checked')) return { state: 'unknown', answer: null };
    function picked(name) { return all(form, '[name="' + name + '"]:checked').map(function (each) { return each.value; }); }
    function filled(prefix) {
      var found = {};
      all(form, '[name^="' + prefix + '"]').forEach(function (each) {
        if (each.value.trim()) found[each.name.slice(prefix.length)] = each.value;
      });
      return Object.keys(found).length ? found : null;
    }
    var value;
    switch (type) {
      case 'single-choice':
        value = picked('option')[0];
        return value === undefined ? nothing : { state: 'answered', answer: { option: value } };
      case 'multiple-choice':
        value = picked('options');
        return value.length ? { state: 'answered', answer: { options: value } } : nothing;
      case 'true-false':
        value = picked('value')[0];
        return value === undefined ? nothing : { state: 'answered', answer: { value: value === 'true' } };
      case 'short-text':
      case 'free-text':
      case 'number':
        value = form.querySelector('[name="text"]').value;
        return value.trim() ? { state: 'answered', answer: { text: value } } : nothing;
      case 'matching':
        value = filled('pair-');
        return value ? { state: 'answered', answer: { pairs: value } } : nothing;
      case 'gaps':
        value = filled('gap-');
        return value ? { state: 'answered', answer: { gaps: value } } : nothing;
      case 'hotspot':
        value = picked('regions').filter(function (each) { return each !== 'unknown'; });
        return value.length ? { state: 'answered', answer: { regions: value } } : nothing;
      case 'categorise':
        value = null;
        all(form, '[name^="group-"]:checked').forEach(function (each) {
          value = value || {};
          value[each.name.slice(6)] = each.value;
        });
        return value ? { state: 'answered', answer: { groups: value } } : nothing;
      case 'ordering':
        if (!ordered) return nothing;
        return { state: 'answered', answer: { order: all(form, '[data-item]').map(function (each) { return each.getAttribute('data-item'); }) } };
      default:
        return nothing;
    }
  }

  function write(value) {
    empty(form);
    all(form, 'input[data-unknown]').forEach(function (each) { each.checked = value.state === 'unknown'; });
    var answer = value.answer || {};
    function tick(name, wanted) {
      all(form, '[name="' + name + '"]').forEach(function (each) {
        if (wanted.indexOf(each.value) >= 0) each.checked = true;
      });
    }
    function put(prefix, values) {
      Object.keys(values).forEach(function (key) {
        all(form, '[name^="' + prefix + '"]').forEach(function (each) {
          if (each.name === prefix + key) each.value = values[key];
        });
      });
    }
    if (answer.option !== undefined) tick('option', [answer.option]);
    if (answer.options) tick('options', answer.options);
    if (answer.value !== undefined) tick('value', [String(answer.value)]);
    if (answer.text !== undefined) form.querySelector('[name="text"]').value = answer.text;
    if (answer.pairs) put('pair-', answer.pairs);
    if (answer.gaps) put('gap-', answer.gaps);
    if (answer.regions) tick('regions', answer.regions);
    if (answer.groups) Object.keys(answer.groups).forEach(function (key) { tick('group-' + key, [answer.groups[key]]); });
    spots();
    if (answer.order) {
      var list = form.querySelector('.order');
      answer.order.forEach(function (token) {
        all(list, '[data-item]').forEach(function (item) {
          if (item.getAttribute('data-item') === token) list.appendChild(item);
        });
      });
      numberPlaces(list);
    }
    ordered = value.state === 'answered' && Boolean(answer.order);
  }

  /* An answer in the words of the page */
  function words(value) {
    if (value.state === 'unknown') return text('unknown');
    if (value.state !== 'answered' || !value.answer) return text('cleared');
    var answer = value.answer;
    if (answer.presses) return value.what || '';
    function label(input) {
      var found = input && input.id && form.querySelector('label[for="' + input.id + '"]');
      return found ? found.textContent.trim() : '';
    }
    function choice(name, token) {
      return label(all(form, '[name="' + name + '"]').filter(function (each) { return each.value === token; })[0]) || token;
    }
    function chosen(field, token) {
      var option = field && field.options && Array.prototype.filter.call(field.options, function (each) { return each.value === token; })[0];
      return option ? option.textContent.trim() : token;
    }
    function named(name) { return all(form, '[name]').filter(function (each) { return each.name === name; })[0]; }
    if (answer.option !== undefined) return choice('option', answer.option);
    if (answer.options) return answer.options.map(function (token) { return choice('options', token); }).join('\n');
    if (answer.value !== undefined) return choice('value', String(answer.value));
    if (answer.text !== undefined) return answer.text;
    if (answer.regions) return answer.regions.map(function (token) { return choice('regions', token); }).join('\n');
    if (answer.groups) {
      return Object.keys(answer.groups).map(function (key) {
        var input = all(form, '[name="group-' + key + '"]').filter(function (each) { return each.value === answer.groups[key]; })[0];
        return input ? input.closest('li').querySelector('b').textContent.trim() + ' → ' + label(input) : '';
      }).join('\n');
    }
    if (answer.pairs) {
      return Object.keys(answer.pairs).map(function (key) {
        var field = named('pair-' + key);
        return label(field) + ' → ' + chosen(field, answer.pairs[key]);
      }).join('\n');
    }
    if (answer.gaps) {
      return Object.keys(answer.gaps).map(function (key) { return chosen(named('gap-' + key), answer.gaps[key]); }).join(', ');
    }
    if (answer.order) {
      return answer.order.map(function (token, index) {
        var item = all(form, '[data-item]').filter(function (each) { return each.getAttribute('data-item') === token; })[0];
        return (index + 1) + '. ' + (item ? item.querySelector('.order-text').textContent.trim() : token);
      }).join('\n');
    }
    return '';
  }

  function canonical(part) {
    if (Array.isArray(part)) return '[' + part.map(canonical).join() + ']';
    if (part && typeof part === 'object') {
      return '{' + Object.keys(part).sort().map(function (key) { return JSON.stringify(key) + ':' + canonical(part[key]); }).join() + '}';
    }
    return JSON.stringify(part === undefined ? null : part);
  }
  function same(one, two) {
    return (one.state || 'cleared') === (two.state || 'cleared') && canonical(one.answer || null) === canonical(two.answer || null);
  }
  function presses(value) { return value.answer && value.answer.presses; }
  /* Whether this page shows what comes after these presses: then their receipt got lost, and nothing waits */
  function shows(made) {
    var there = all(form, '[name="press"]');
    return made.length <= there.length && made.every(function (press, at) {
      return there[at].value === [press.step, press.part, press.text].filter(function (each) { return each !== undefined; }).join('.');
    });
  }
  /* Whether the server has these presses, and perhaps further ones */
  function holds(stored, save) {
    return Boolean(presses(stored)) && canonical(presses(stored).slice(0, presses(save).length)) === canonical(presses(save));
  }

  /* ── The queue of this device ── */

  var records = {};
  var durable = true;
  var opening = new Promise(function (done) {
    function give(db) {
      durable = Boolean(db);
      done(db);
    }
    try {
      var request = window.indexedDB.open('stezhka', 1);
      request.onupgradeneeded = function () { request.result.createObjectStore('answers', { keyPath: 'key' }); };
      request.onsuccess = function () {
        /* another page signs out and deletes the queue: do not stand in its way */
        request.result.onversionchange = function () {
          request.result.close();
          durable = false;
        };
        give(request.result);
      };
      request.onerror = function () { give(null); };
      request.onblocked = function () { give(null); };
    } catch (ignored) {
      give(null);
    }
  });
  function inStore(mode, act) {
    return opening.then(function (db) {
      if (!db) return null;
      return new Promise(function (done) {
        try {
          var transaction = db.transaction('answers', mode);
          var request = act(transaction.objectStore('answers'));
          transaction.oncomplete = function () { done(request ? request.result : true); };
          transaction.onerror = transaction.onabort = function () {
            durable = false;
            done(null);
          };
        } catch (ignored) {
          durable = false;
          done(null);
        }
      });
    });
  }
  function keep(record) {
    records[record.key] = record;
    return inStore('readwrite', function (store) { return store.put(record); });
  }
  function stored() {
    return inStore('readonly', function (store) { return store.getAll(); });
  }
  function drop(record) {
    delete records[record.key];
    return inStore('readwrite', function (store) { return store.delete(record.key); });
  }
  function waiting() { return Object.keys(records).map(function (key) { return records[key]; }); }

  /* ── What the person sees ── */

  var key = form && [person, attempt, position].join('/');
  var revision = form ? Number(form.getAttribute('data-revision')) || 0 : 0;
  var ordered = Boolean(form) && form.getAttribute('data-state') === 'answered';
  var settled = asks ? read() : null;   /* the answer the server is known to have */
  var savedAt = null;
  var failed = false;
  var signedOut = false;
  var tooLate = false;
  var message = '';
  var atFirst = line && { state: line.getAttribute('data-state') || '', words: line.textContent };

  function say(state, words) {
    if (!line) return;
    line.setAttribute('data-state', state);
    if (line.textContent !== words) line.textContent = words;
  }
  function show() {
    if (!form) return;
    var mine = records[key];
    var count = waiting().length;
    if (signIn) signIn.hidden = !(signedOut && count);
    askToSignIn(false);
    all(document, '[data-attempt-row]').forEach(function (row) {
      row.classList.toggle('waiting', Boolean(records[[person, attempt, row.getAttribute('data-attempt-row')].join('/')]));
    });
    if (mine && mine.other) {
      say('conflict', text(rehearses ? 'press-conflict' : 'conflict'));
      tellPress(null);
      return;
    }
    if (conflictBox) conflictBox.hidden = true;
    if (!count) {
      if (tooLate) say('refused', text('late'));
      else if (savedAt) say('saved', text('saved').replace('{time}', clock(savedAt)));
      else if (atFirst) say(atFirst.state, atFirst.words);
    } else if (mine && mine.refused) {
      say('refused', text('refused') + (message ? ' ' + message : ''));
    } else if (signedOut) {
      say('signin', text('signin'));
    } else if (failed || !mine) {
      say('waiting', durable ? plural('waiting', count) : text('memory') || plural('waiting', count));
    } else {
      say('saving', text('saving'));
    }
    tellPress(mine ? mine.latest : null);
  }
  /* For rehearsal.js: the press that the server does not have yet; and, by "press-kept", that the page is older than what it has */
  function tellPress(save) {
    if (rehearses) document.dispatchEvent(new CustomEvent('press', { detail: { save: save, state: line && line.getAttribute('data-state') } }));
  }
  function pressKept(record) {
    if (rehearses && record.key === key) document.dispatchEvent(new CustomEvent('press-kept'));
  }
  /* For sign-in.js: whether the person has to sign in again, and whether it was a button that found out */
  function askToSignIn(pressed) {
    document.dispatchEvent(new CustomEvent('answers', { detail: { signIn: signedOut && waiting().length > 0, pressed: pressed } }));
  }
  function showConflict(record) {
    if (!conflictBox) return;
    if (presses(record.latest)) {
      var kept = all(form, '[name="press"]')[presses(record.latest).length - 1];
      record.other.what = kept ? kept.getAttribute('data-what') : '';
    }
    conflictBox.querySelector('[data-conflict-mine]').textContent = words(record.latest);
    conflictBox.querySelector('[data-conflict-stored]').textContent = words(record.other);
    var wasHidden = conflictBox.hidden;
    conflictBox.hidden = false;
    if (wasHidden && !(document.activeElement && /^(text|textarea)$/.test(document.activeElement.type))) conflictBox.focus();
  }

  /* ── Sending ── */

  var failures = 0;
  var retryTimer = 0;
  var notBefore = 0;
  var pumping = null;

  function headers(record) {
    var sent = { 'Content-Type': 'application/json', Accept: 'application/json', 'Person-Key': record.person };
    var token = document.querySelector('input[name="csrf-token"]');
    if (token) sent['X-CSRF-TOKEN'] = token.value;
    return sent;
  }
  /* Tells what became of one save: saved, stale, signin, refused or later. */
  function put(record, save) {
    var control = window.AbortController ? new AbortController() : null;
    var limit = control && window.setTimeout(function () { control.abort(); }, 15000);
    return fetch(record.base + '/responses/' + encodeURIComponent(record.position), {
      method: 'PUT',
      credentials: 'same-origin',
      keepalive: true,
      headers: headers(record),
      signal: control ? control.signal : undefined,
      body: JSON.stringify({ saveId: save.saveId, baseRevision: save.baseRevision, state: save.state, answer: save.answer })
    }).then(function (reply) {
      var kind = reply.headers.get('Content-Type') || '';
      var json = /^application\/(problem\+)?json/i.test(kind) ? reply.json().catch(function () { return null; }) : Promise.resolve(null);
      return json.then(function (body) {
        if (reply.status === 200 && /^application\/json/i.test(kind) && body && typeof body.revision === 'number') {
          return { outcome: 'saved', body: body };
        }
        if (reply.status === 409 && body && body.code === 'quiz.stale_answer' && body.stored) return { outcome: 'stale', stored: body.stored };
        if (reply.status === 409 && body && body.code === 'quiz.answer_late') return { outcome: 'late' };
        if (reply.status === 401 || body && body.code === 'account.second_factor_needed') return { outcome: 'signin' };
        if (reply.status >= 400 && reply.status < 500 && [408, 425, 429].indexOf(reply.status) < 0) {
          return { outcome: 'refused', status: reply.status, detail: body && body.title };
        }
        return { outcome: 'later', after: reply.headers.get('Retry-After'), answered: reply.status >= 400 };
      });
    }, function () {
      return { outcome: 'later', network: true };
    }).then(function (result) {
      window.clearTimeout(limit);
      return result;
    });
  }

  /* Sends one record until nothing of it is left, or it has to wait. */
  function deliver(record) {
    var save = presses(record.latest) ? record.latest : record.tried || record.latest;
    record.tried = save;
    return keep(record).then(function () { return put(record, save); }).then(function (result) {
      var newest = record.latest.saveId === save.saveId;
      if (result.outcome !== 'signin' && result.outcome !== 'later') signedOut = false;
      if (result.outcome === 'saved') {
        failures = 0;
        record.tried = null;
        if (record.key === key) {
          revision = result.body.revision;
          savedAt = result.body.savedAt;
          settled = { state: save.state, answer: save.answer };
        }
        document.dispatchEvent(new CustomEvent('answer-saved', { detail: result.body }));
        if (newest) {
          return drop(record).then(function () {
            pressKept(record);
            return result;
          });
        }
        if (presses(save)) {
          /* another press was made before it was known that this one had arrived */
          return differs(record, { state: save.state, answer: save.answer, revision: result.body.revision });
        }
        record.latest.baseRevision = result.body.revision;
        sync(record);
        return deliver(record);
      }
      if (result.outcome === 'late') {
        /* the log has it; sending it again would change nothing */
        tooLate = true;
        return drop(record).then(function () { return result; });
      }
      if (result.outcome === 'stale') {
        var stored = { state: result.stored.state, answer: result.stored.answer, revision: result.stored.revision };
        record.tried = null;
        if (same(stored, record.latest) || presses(record.latest) && holds(stored, record.latest)) {
          if (record.key === key) {
            revision = stored.revision;
            savedAt = savedAt || new Date().toISOString();
            settled = { state: stored.state, answer: stored.answer };
          }
          return drop(record).then(function () {
            pressKept(record);
            return { outcome: 'saved' };
          });
        }
        if (!newest && !presses(save) && same(stored, save)) {
          record.latest.baseRevision = stored.revision;
          return deliver(record);
        }
        return differs(record, stored);
      }
      if (result.outcome === 'refused') {
        record.tried = null;
        record.refused = result.status;
        message = typeof result.detail === 'string' ? result.detail : '';
        return keep(record).then(function () { return result; });
      }
      return result;
    });
  }

  /* The server has something else: a person chooses, or, where nothing can be chosen, reads what it is. */
  function differs(record, stored) {
    record.tried = null;
    record.other = stored;
    return keep(record).then(function () {
      if (record.key === key && rehearses) {
        revision = stored.revision;
        pressKept(record);
      } else if (record.key === key) {
        showConflict(record);
      }
      return { outcome: 'stale', stored: stored };
    });
  }

  function later(result) {
    failures += 1;
    var pause = Math.min(60, Math.pow(2, failures - 1)) * 1000 * (0.5 + Math.random() / 2);
    var asked = result.after && (/^\d+$/.test(result.after) ? Number(result.after) * 1000 : Date.parse(result.after) - Date.now());
    if (asked > 0) {
      pause = Math.max(pause, Math.min(asked, 600000));
      notBefore = Date.now() + pause;
    }
    window.clearTimeout(retryTimer);
    retryTimer = window.setTimeout(pump, pause);
  }

  /* One walk through the queue at a time; the answer on this page goes first. Tells the last outcome. */
  function pump() {
    if (pumping) return pumping;
    window.clearTimeout(retryTimer);
    var skipped = {};
    function next() {
      var list = waiting().filter(function (record) { return !record.other && !record.refused && !skipped[record.key]; });
      list.sort(function (one, two) { return (two.key === key) - (one.key === key) || one.at - two.at; });
      var record = list[0];
      if (!record) return Promise.resolve({ outcome: 'saved' });
      show();
      return deliver(record).then(function (result) {
        failed = result.outcome === 'later';
        if (failed) {
          later(result);
          return result;
        }
        if (result.outcome === 'signin') {
          signedOut = true;
          return result;
        }
        if (result.outcome !== 'saved') skipped[record.key] = true;
        return next().then(function (rest) { return result.outcome !== 'saved' && record.key === key ? result : rest; });
      });
    }
    pumping = next().then(function (result) {
      pumping = null;
      show();
      return result;
    });
    return pumping;
  }
  function nudge() {
    if (Date.now() < notBefore || !waiting().length) return;
    pump();
  }

  /* ── The person answers ── */

  var sendTimer = 0;
  function sync(record) {
    var save = record.latest;
    [['saveId', save.saveId], ['baseRevision', save.baseRevision], ['state', save.state]].forEach(function (pair) {
      var field = form && record.key === key && form.querySelector('input[type="hidden"][name="' + pair[0] + '"]');
      if (field) field.value = pair[1];
    });
  }
  /* Writes the present answer into the queue if it is a new one. */
  function note() {
    if (!asks) return false;
    var value = read();
    var record = records[key];
    if (record && record.other) {
      if (!same(value, record.latest)) {
        record.latest.state = value.state;
        record.latest.answer = value.answer;
        record.latest.saveId = newId();
        keep(record);
        showConflict(record);
      }
      return false;
    }
    if (record ? same(value, record.latest) : same(value, settled)) return false;
    if (!record) {
      record = { key: key, person: person, attempt: attempt, position: position, base: form.getAttribute('data-base'), tried: null, other: null };
    }
    record.latest = { saveId: newId(), baseRevision: revision, state: value.state, answer: value.answer };
    record.refused = 0;
    record.at = Date.now();
    sync(record);
    keep(record);
    show();
    return true;
  }
  /* A press of a rehearsal: all that were made so far, and the words for the last one. */
  function press(made, what) {
    var record = records[key];
    var value = { state: 'answered', answer: { presses: made } };
    if (record && record.other) {
      showConflict(record);
      conflictBox.focus();
      return;
    }
    if (!record || !same(value, record.latest)) {
      record = record || { key: key, person: person, attempt: attempt, position: position, base: form.getAttribute('data-base'), other: null };
      record.latest = { saveId: newId(), baseRevision: revision, state: value.state, answer: value.answer, what: what };
      record.tried = null;
      record.refused = 0;
      record.at = Date.now();
      keep(record);
      show();
    }
    if (Date.now() >= notBefore) pump();
  }
  function soon(delay) {
    window.clearTimeout(sendTimer);
    sendTimer = window.setTimeout(send, delay);
  }
  function send() {
    window.clearTimeout(sendTimer);
    note();
    if (!records[key] || Date.now() < notBefore) return Promise.resolve(null);
    return pump().then(function (result) {
      /* something was typed while the walk was ending */
      return records[key] && result.outcome === 'saved' && !records[key].other && !records[key].refused ? pump() : result;
    });
  }

  if (asks) {
    /* tells the server, when the form is posted, that nobody has touched the question yet */
    var said = form.querySelector('input[type="hidden"][name="state"]');
    if (said) said.value = form.getAttribute('data-state') || 'none';
    form.addEventListener('input', function (event) {
      if (event.target.name === 'flag') return;
      if (note()) soon(event.target.type === 'text' || event.target.type === 'textarea' ? 1200 : 300);
    });
    form.addEventListener('change', function (event) {
      if (event.target.name === 'flag') return;
      if (event.target.closest && event.target.closest('.order')) ordered = true;
      if (note()) soon(300);
    });
    form.addEventListener('focusout', function (event) {
      if (note() || (event.target.type === 'text' && records[key])) send();
    });
    form.addEventListener('click', function (event) {
      var button = event.target.closest && event.target.closest('[data-clear]');
      if (!button) return;
      event.preventDefault();
      write({ state: 'cleared', answer: null });
      send();
    });
  }

  if (conflictBox) {
    conflictBox.addEventListener('click', function (event) {
      var record = records[key];
      if (!record || !record.other || !event.target.closest) return;
      var mine = event.target.closest('[data-conflict-keep]');
      if (!mine && !event.target.closest('[data-conflict-take]')) return;
      var stored = record.other;
      revision = stored.revision;
      record.other = null;
      if (mine) {
        record.latest = { saveId: newId(), baseRevision: revision, state: record.latest.state, answer: record.latest.answer };
        sync(record);
        keep(record).then(function () { return pump(); });
        show();
      } else if (rehearses) {
        savedAt = null;
        drop(record).then(show);
      } else {
        settled = { state: stored.state, answer: stored.answer };
        write(settled);
        sync({ key: key, latest: { saveId: newId(), baseRevision: revision, state: stored.state } });
        savedAt = stored.savedAt || new Date().toISOString();
        drop(record).then(show);
      }
      var first = form.querySelector(rehearses ? '#result, .mock button' : 'input:not([type="hidden"]), select');
      if (first) first.focus();
    });
  }

  /* Next, back and hand in: the answer first, then the page. If the net is gone, the page stays. */
  if (form) {
    var leaving = false;
    var warned = false;
    var pressed = null;
    form.addEventListener('click', function (event) { pressed = event.target.closest && event.target.closest('button'); }, true);
    window.addEventListener('pageshow', function () { leaving = false; });
    form.addEventListener('submit', function (event) {
      if (leaving) {
        event.preventDefault();
        return;
      }
      note();
      var mine = waiting().filter(function (record) { return asks || rehearses ? record.key === key : record.attempt === attempt; });
      if (!mine.length) return;
      event.preventDefault();
      var button = event.submitter || pressed;
      if (!button || button.form !== form || button.type === 'button') button = form.querySelector('button:not([type="button"])');
      leaving = true;
      button.setAttribute('aria-busy', 'true');
      function stay(words) {
        leaving = false;
        button.removeAttribute('aria-busy');
        if (words) say('waiting', words);
      }
      function go() {
        var carried = document.createElement('input');
        carried.type = 'hidden';
        carried.name = button.name;
        carried.value = button.value;
        if (button.name) form.appendChild(carried);
        HTMLFormElement.prototype.submit.call(form);
        window.setTimeout(function () {
          carried.remove();
          stay();
        }, 10000);
      }
      pump().then(function (result) {
        return records[key] && result.outcome === 'saved' ? pump() : result;
      }).then(function (result) {
        if ((asks || rehearses) && records[key] && records[key].other) {
          stay();
          showConflict(records[key]);
          conflictBox.focus();
        } else if (result.outcome === 'later' && (result.network || !warned)) {
          warned = true;
          stay(text('stay'));
        } else if (result.outcome === 'signin' && (again || !warned)) {
          warned = true;
          stay();
          show();
          askToSignIn(true);
        } else {
          go();
        }
      });
    });
  }

  /* ── Moments at which to send ── */

  window.addEventListener('online', function () {
    failures = 0;
    nudge();
  });
  window.addEventListener('offline', function () {
    if (waiting().length) {
      failed = true;
      show();
    }
  });
  window.addEventListener('focus', nudge);
  window.addEventListener('pageshow', nudge);
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') {
      if (asks) send();
    } else {
      nudge();
    }
  });
  window.addEventListener('pagehide', function () {
    if (!asks) return;
    note();
    var record = records[key];
    if (!record || record.tried || record.other || record.refused) return;
    record.tried = record.latest;
    keep(record);
    put(record, record.latest);
  });
  window.addEventListener('beforeunload', function (event) {
    if (durable || !waiting().length) return;
    event.preventDefault();
    event.returnValue = '';
  });

  /* ── Opening the page: what still waits on this device goes out at once ── */

  var opened = stored().then(function (found) {
    (found || []).forEach(function (record) {
      if (record.person !== person || records[record.key]) return;
      records[record.key] = record;
      record.refused = 0;
    });
    var mine = (asks || rehearses) && records[key];
    if (mine && rehearses && !mine.other && shows(presses(mine.latest))) {
      drop(mine);
    } else if (mine) {
      if (asks) {
        if (!same(read(), mine.latest)) write(mine.latest);
        sync(mine);
      }
      failed = true;
      show();
      failed = false;
      if (mine.other) showConflict(mine);
    }
    if (waiting().length) pump();
  });

  /* ── For the scripts of signing in again and signing out ── */

  window.stezhkaAnswers = {
    person: person,
    clock: clock,
    press: press,
    /* The page shows a rehearsal as the server has it now. */
    turned: function (saved) {
      atFirst = saved && { state: saved.getAttribute('data-state') || '', words: saved.textContent };
      revision = Number(form.getAttribute('data-revision')) || 0;
      if (records[key] && records[key].other) showConflict(records[key]);
    },
    /* Sends what waits for this person; tells how many answers, of anybody, wait on this device afterwards. */
    send: function () {
      return opened.then(function () {
        note();
        return pump();
      }).then(stored).then(function (found) { return Math.max((found || []).length, waiting().length); });
    },
    /* Leaves nothing of the queue on this device. */
    forget: function () {
      records = {};
      return inStore('readwrite', function (store) { return store.clear(); }).then(function () { return opening; }).then(function (db) {
        opening = Promise.resolve(null);
        if (!db) return null;
        db.close();
        return new Promise(function (done) {
          var gone = window.indexedDB.deleteDatabase('stezhka');
          gone.onsuccess = gone.onerror = gone.onblocked = done;
        });
      });
    }
  };
}());
