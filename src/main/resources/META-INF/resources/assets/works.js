/*
 * Works that people mark: counts words while they are written, and sends files piece by piece (tus 1.0.0), so that a cut line costs one
 * piece. The form works without this script; all words come from data-text-* attributes.
 */
(function () {
  'use strict';

  var language = document.documentElement.lang || 'uk';

  /* ── Words ── */

  var WORD = /[\p{L}\p{N}]+(?:['’‘ʼʹ`´\-\u2010\u2011\u0301][\p{L}\p{N}]+)*/gu;
  Array.prototype.forEach.call(document.querySelectorAll('[data-words]'), function (field) {
    var line = document.getElementById(field.id.replace(/-text$/, '-words'));
    field.addEventListener('input', function () {
      var n = (field.value.match(WORD) || []).length;
      var rule = 'many';
      try { rule = new Intl.PluralRules(language).select(n); } catch (ignored) { /* old browser: the general form */ }
      line.textContent = n === 0 ? '' : (field.getAttribute('data-text-words-' + rule) || '').replace('{n}', String(n));
    });
  });

  /* ── Files ── */

  var box = document.querySelector('[data-uploads]');
  var input = box && box.querySelector('input[type="file"]');
  var form = input && input.form;
  if (!form || !window.fetch || !window.Promise || !Blob.prototype.slice) return;
  var PIECE = 256 * 1024;
  var LONGEST_WAIT = 60000;
  var button = box.querySelector('button[form="' + form.id + '"]');
  var line = box.querySelector('[data-upload-state]');
  var begin = box.getAttribute('data-uploads');
  var going = false;

  function text(name) { return box.getAttribute('data-text-' + name) || ''; }
  function say(state, words) {
    line.setAttribute('data-state', state);
    line.textContent = words;
  }
  function send(method, address, headers, body) {
    headers['Tus-Resumable'] = '1.0.0';
    return fetch(address, { method: method, headers: headers, body: body, credentials: 'same-origin' });
  }
  /* The same file, chosen again after the page was closed, goes on where it stopped. */
  function memory(file) { return 'stezhka-upload ' + [begin, file.name, file.size, file.lastModified].join(' '); }
  function remembered(file) {
    try { return localStorage.getItem(memory(file)); } catch (ignored) { return null; }
  }
  function remember(file, address) {
    try {
      if (address) localStorage.setItem(memory(file), address);
      else localStorage.removeItem(memory(file));
    } catch (ignored) { /* without storage it begins anew next time */ }
  }
  function named(file) {
    var bytes = new TextEncoder().encode(file.name.slice(-200));
    var letters = '';
    bytes.forEach(function (byte) { letters += String.fromCharCode(byte); });
    return 'filename ' + btoa(letters);
  }
  function Refused(words) { this.words = words; }
  function refusal(response) {
    return response.json().then(function (problem) {
      throw new Refused((problem.errors && problem.errors[0] && problem.errors[0].message) || problem.title || text('failed'));
    }, function () { throw new Refused(text('failed')); });
  }
  function isFinal(status) { return status >= 400 && status < 500 && [408, 409, 425, 429].indexOf(status) < 0; }

  function address(file) {
    var known = remembered(file);
    if (known) return Promise.resolve(known);
    return send('POST', begin, { 'Upload-Length': String(file.size), 'Upload-Metadata': named(file) }).then(function (response) {
      if (isFinal(response.status)) return refusal(response);
      if (response.status !== 201) throw new Error('not begun');
      var where = new URL(response.headers.get('Location'), location.href).pathname;
      remember(file, where);
      return where;
    });
  }
  function offset(file, where) {
    return send('HEAD', where, {}).then(function (response) {
      if (response.status === 404 || response.status === 401) {
        remember(file, null);
        throw new Error('begins anew');
      }
      if (!response.ok) throw new Error('not known');
      return Number(response.headers.get('Upload-Offset'));
    });
  }
  function pieces(file, where, from) {
    say('saving', text('going').replace('{n}', String(Math.floor(100 * from / file.size))));
    if (from >= file.size) return Promise.resolve();
    return send('PATCH', where, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) },
      file.slice(from, Math.min(from + PIECE, file.size))).then(function (response) {
      if (isFinal(response.status)) {
        remember(file, null);
        return refusal(response);
      }
      if (response.status !== 204) throw new Error('not taken');
      return pieces(file, where, Number(response.headers.get('Upload-Offset')));
    });
  }
  function go(file, wait) {
    address(file).then(function (where) {
      return offset(file, where).then(function (from) { return pieces(file, where, from); });
    }).then(function () {
      remember(file, null);
      location.reload();
    }, function (failure) {
      if (failure instanceof Refused) {
        going = false;
        button.removeAttribute('aria-busy');
        say('refused', failure.words);
        return;
      }
      say('waiting', text('stopped'));
      var again = setTimeout(next, wait);
      function next() {
        clearTimeout(again);
        window.removeEventListener('online', next);
        go(file, Math.min(2 * wait, LONGEST_WAIT));
      }
      window.addEventListener('online', next);
    });
  }

  form.addEventListener('submit', function (event) {
    var file = input.files && input.files[0];
    if (!file || file.size === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (going) return;
    if (file.size > Number(box.getAttribute('data-most-bytes'))) {
      say('refused', text('too-large'));
      return;
    }
    going = true;
    button.setAttribute('aria-busy', 'true');
    go(file, 1000);
  }, true);
})();
