/*
 * A kept copy of a lesson: shows one step at a time, checks answers by the key that the copy brings, and says what the server would say. What
 * somebody does here waits in the device's queue (device.js) and is sent by offline.js. As soon as there is a network and nothing
 * waits, the next press leads to the page from the server.
 *
 * The rules are those of the server (Grading, Wording, Spelling); a test asks both the same.
 */
(function () {
  'use strict';
  var box = document.querySelector('[data-copy]');
  var device = window.stezhkaDevice;
  var lessons = window.stezhkaLessons;

  /* ── The rules ── */

  var UNSEEN = /[\u0300\u0301\u00AD\u200B-\u200D\u2060\uFEFF]/g;
  var APOSTROPHES = /['’‘ʼʻʽʹ`´′＇‛❛❜ꞌ]/g;
  var QUOTES_AND_SPACES = /[ \t\n\v\f\r\u00A0\u2007\u202F«»“”„"]+/g;
  var DASH_IN_WORD = new RegExp('(\\p{L})[*\\u002D\\u2010-\\u2015\\u2212](?=\\p{L})', 'gu');
  var LAST_STOPS = /[.,;:!?…]+$/;
  var MEANT = {};
  'aа bв cс eе hн iі kк mм oо pр tт xх yу ïї ґг'.split(' ').forEach(function (pair) { MEANT[pair.charAt(0)] = pair.charAt(1); });
  var NUMBER = /^([+\-−–]?)\s*(\d{1,3}(?:[\s\u00A0\u2009\u202F'’]\d{3})+|\d+)(?:\s?[.,]\s?(\d+))?([^\d]*)$/;

  function skeleton(text) {
    var seen = text.replace(APOSTROPHES, '').normalize('NFKD').toLowerCase().replace(UNSEEN, '').replace(APOSTROPHES, '');
    var bare = seen.replace(QUOTES_AND_SPACES, '').normalize('NFC').replace(DASH_IN_WORD, '$1').replace(LAST_STOPS, '');
    return bare.split('').map(function (letter) { return MEANT[letter] || letter; }).join('');
  }
  /* The optimal string alignment distance; what is further apart than most is most + 1 */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [];
    var last = [];
    var row;
    for (var k = 0; k <= other.length; k++) last[k] = k;
    for (var i = 1; i <= one.length; i++) {
      row = [i];
      for (var j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return Math.min(last[other.length], most + 1);
  }
  function digits(text) { return text.replace(/\D+/g, ''); }
  function slips(typed, wording) {
    var allowed = wording.length < 5 ? 0 : wording.length < 10 ? 1 : 2;
    var found = distance(typed, wording, allowed);
    return found <= allowed ? found : Infinity;
  }
  function slipped(typed, accepted) {
    var nearest = Math.min.apply(null, accepted.wordings.map(function (wording) {
      return digits(wording) === digits(typed) ? slips(typed, wording) : Infinity;
    }));
    return nearest < Infinity && !accepted.wrong.some(function (other) { return distance(typed, other, nearest) <= nearest; });
  }
  function accepts(accepted, given) {
    var typed = skeleton(given || '');
    return typed !== '' && (accepted.wordings.indexOf(typed) >= 0 || accepted.near && slipped(typed, accepted));
  }
  function sameUnit(typed, unit) {
    var common = 0;
    while (common < Math.min(typed.length, unit.length) && typed[common] === unit[common]) common++;
    return typed === unit || common >= 3 && Math.max(typed.length, unit.length) - common <= 2;
  }
  function near(check, given) {
    var found = given.length <= 60 && NUMBER.exec(given.normalize('NFKC').trim());
    if (!found) return false;
    var unit = skeleton(found[4]);
    if (unit && check.units.length && !check.units.some(function (each) { return sameUnit(unit, each); })) return false;
    var number = Number((/[-−–]/.test(found[1]) ? '-' : '') + found[2].replace(/\D/g, '') + (found[3] ? '.' + found[3] : ''));
    return Math.abs(number - Number(check.answer)) <= Number(check.tolerance) + 1e-9;
  }
  /* Each rule tells the share that is right, as something between 0 and 1, and how the parts went. */
  function boxes(right, wrong, ticked) {
    function of(list) { return list.filter(function (each) { return ticked.indexOf(each) >= 0; }).length; }
    return Math.max(0, of(right) / right.length - of(wrong) / Math.max(1, wrong.length));
  }
  function mark(fits) { return fits ? 'right' : 'again'; }
  function choice(check, ticked) {
    var share = boxes(check.right, check.wrong, ticked);
    var full = share === 1;
    var parts = {};
    ticked.forEach(function (token) { parts[token] = mark(check.right.indexOf(token) >= 0); });
    return { share: check.whole && !full ? 0 : share, parts: parts };
  }
  function joined(given, key) {
    var parts = {};
    Object.keys(given).forEach(function (one) { parts[one] = mark(given[one] === key[one]); });
    return parts;
  }
  function pairs(key, given) {
    var sides = Object.keys(given).map(function (one) { return given[one]; });
    var right = Object.keys(key).filter(function (one) {
      return key[one] === given[one] && sides.filter(function (side) { return side === given[one]; }).length === 1;
    }).length;
    return { share: right / Object.keys(key).length, parts: joined(given, key) };
  }
  function groups(key, given) {
    var items = Object.keys(key);
    var names = items.map(function (item) { return key[item]; }).filter(function (each, at, list) { return list.indexOf(each) === at; });
    var sum = names.reduce(function (before, name) {
      function inside(item) { return key[item] === name; }
      var ticked = Object.keys(given).filter(function (item) { return given[item] === name; });
      return before + boxes(items.filter(inside), items.filter(function (item) { return !inside(item); }), ticked);
    }, 0);
    return { share: sum / names.length, parts: joined(given, key) };
  }
  function gaps(key, given) {
    var names = Object.keys(key);
    return { share: names.filter(function (gap) {
      return typeof key[gap] === 'string' ? key[gap] === given[gap] : accepts(key[gap], given[gap]);
    }).length / names.length, parts: {} };
  }
  function order(key, given) {
    var balance = 0;
    var all = 0;
    key.forEach(function (one, i) {
      key.slice(i + 1).forEach(function (other) {
        balance += given.indexOf(other) > given.indexOf(one) ? 1 : -1;
        all++;
      });
    });
    return { share: Math.max(0, balance) / Math.max(1, all), parts: {} };
  }

  function filled(fields, prefix) {
    var found = {};
    Object.keys(fields).forEach(function (name) {
      var value = name.indexOf(prefix) === 0 ? fields[name][0].trim() : '';
      if (value) found[name.slice(prefix.length)] = value;
    });
    return found;
  }
  function some(map) { return Object.keys(map).length ? map : null; }
  /* Items as the places of the form put them; null when nobody moved one */
  function ordered(fields) {
    var items = Object.keys(filled(fields, 'place-')).map(function (token) {
      return { token: token, place: Number(fields['place-' + token][0]) };
    }).sort(function (one, other) { return one.place - other.place; }).map(function (item) { return item.token; });
    return items.every(function (token, at) { return token === String(at + 1); }) ? null : items;
  }
  /* What a form says: null for nothing, false for «Не знаю», else the answer */
  function answerOf(type, fields) {
    function first(name) { return ((fields[name] || [])[0] || '').trim(); }
    if (fields.unknown || [first('option'), first('value'), first('regions')].indexOf('unknown') >= 0) return false;
    switch (type) {
      case 'single-choice': return first('option') ? [first('option')] : null;
      case 'true-false': return first('value') ? [first('value')] : null;
      case 'multiple-choice': return fields.options || null;
      case 'hotspot': return fields.regions || null;
      case 'matching': return some(filled(fields, 'pair-'));
      case 'categorise': return some(filled(fields, 'group-'));
      case 'gaps': return some(filled(fields, 'gap-'));
      case 'ordering': return ordered(fields);
      case 'file': return true;
      default: return first('text') || null;
    }
  }
  function grade(check, answer) {
    switch (check.type) {
      case 'single-choice':
      case 'true-false':
      case 'multiple-choice':
      case 'hotspot': return choice(check, answer);
      case 'matching': return pairs(check.parts, answer);
      case 'categorise': return groups(check.parts, answer);
      case 'gaps': return gaps(check.parts, answer);
      case 'ordering': return order(check.order, answer);
      case 'short-text': return { share: accepts(check.accepted, answer) ? 1 : 0, parts: {} };
      case 'number': return { share: near(check, answer) ? 1 : 0, parts: {} };
      default: return { share: 1, parts: {}, compare: true };
    }
  }
  /* What is to be said of a form: its tone, none when nothing was answered, and how the parts went */
  function judge(check, fields) {
    var answer = answerOf(check.type, fields);
    if (answer === null) return { tone: '', parts: {} };
    if (answer === false) return { tone: 'unknown', parts: {} };
    var went = grade(check, answer);
    var tone = went.compare ? 'compare' : went.share > 1 - 1e-9 ? 'right' : went.share > 1e-9 ? 'partly' : 'look-again';
    return { tone: tone, parts: went.parts };
  }
  /* Whether a press is what a step of a rehearsal asks for */
  function hits(step, press) { return step.part === press.part && (!step.accepted || accepts(step.accepted, press.text)); }
  window.stezhkaRules = { judge: judge, hits: hits };

  if (!box || !device || !lessons) return;

  /* ── The page ── */

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  var course = box.getAttribute('data-course');
  var lesson = box.getAttribute('data-lesson');
  var address = box.getAttribute('data-copy');
  var sections = all(box, '[data-step]');
  var end = box.querySelector('[data-end-of-lesson]');
  var person = '';
  var place = { done: 0, at: 0, answers: {} };
  var here = 0;

  function template(root, name, value) {
    var found = all(root, 'template[data-' + name + ']').filter(function (each) { return each.getAttribute('data-' + name) === value; })[0];
    return found ? document.importNode(found.content, true) : null;
  }
  function reload() {
    return device.place(person, course, lesson).then(function (known) { place = known; });
  }
  function remember(step, kind, fields) {
    var form = kind === 'response' && sections[step - 1].querySelector('[name="version"]');
    return device.remember({
      id: device.newId(), person: person, course: course, lesson: lesson, step: step, kind: kind,
      version: form ? form.value : undefined, fields: fields || {}
    }).then(reload).then(lessons.waiting).then(tellState);
  }
  /* Sends what waits, if it can be within a moment; tells whether nothing waits any more. */
  function sent() {
    if (navigator.onLine === false) return Promise.resolve(false);
    /* What was under way already does not know of the last deed. */
    var over = lessons.send().then(lessons.waiting).then(function (waiting) { return waiting ? lessons.send().then(lessons.waiting) : 0; });
    return Promise.race([over.then(function (waiting) { return waiting === 0 && navigator.onLine !== false; }), new Promise(function (done) {
      window.setTimeout(function () { done(false); }, 3000);
    })]);
  }

  /* ── Steps ── */

  function title(words) { document.title = words + ' · ' + box.getAttribute('data-text-page'); }
  function show(step, focus) {
    here = step;
    sections.forEach(function (section, at) { section.hidden = at + 1 !== step; });
    end.hidden = step <= sections.length;
    var section = step <= sections.length ? sections[step - 1] : end;
    all(box, '.path').forEach(function (path) {
      all(path, 'i').forEach(function (stop, at) {
        stop.className = at + 1 === step ? 'here' : at < place.done || at + 1 < step ? 'done' : 'ahead';
      });
    });
    title(section.querySelector('h1').textContent);
    if (focus) {
      window.scrollTo(0, 0);
      section.querySelector('h1').focus();
    }
  }
  function addressOf(step) { return step > sections.length ? address + '/finish' : address + '/steps/' + step; }
  function go(step) {
    window.history.pushState(null, '', addressOf(step));
    show(step, true);
  }
  function stepOf(path) {
    var found = device.lesson(path);
    var step = found && address === '/courses/' + found.course + '/lessons/' + found.lesson ? found.step : 0;
    if (step < 0) return sections.length + 1;
    step = step || place.at || 1;
    return step > sections.length ? (place.done >= sections.length ? sections.length + 1 : 1) : step;
  }
  window.addEventListener('popstate', function () { show(stepOf(window.location.pathname), true); });

  /*
   * One press at a time: while one is being kept, another one does nothing. When this device cannot keep anything, the form goes to the server
   * as it is, so that nobody presses in vain.
   */
  var busy = false;
  function once(form, work) {
    if (busy) return;
    busy = true;
    work().then(function () { busy = false; }, function () {
      busy = false;
      HTMLFormElement.prototype.submit.call(form);
    });
  }
  all(box, '[data-go-on]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var step = here;
      once(form, function () {
        return remember(step, 'step').then(sent).then(function (over) {
          if (over) window.location.assign(addressOf(step + 1));
          else go(step + 1);
        });
      });
    });
  });
  box.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href]');
    var step = link && device.lesson(link.getAttribute('href'));
    if (!step || step.step < 1 || link.getAttribute('href').indexOf(address + '/') !== 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    sent().then(function (over) {
      if (over) window.location.assign(link.getAttribute('href'));
      else go(step.step);
    });
  });

  /* ── Check questions ── */

  function fieldsOf(form) {
    var fields = {};
    all(form, '[data-question] [name]').forEach(function (input) {
      if (input.disabled && !input.hasAttribute('data-locked') || /^(submit|button)$/.test(input.type)) return;
      if (/^(radio|checkbox)$/.test(input.type) && !input.checked) return;
      (fields[input.name] = fields[input.name] || []).push(input.value);
    });
    return fields;
  }
  function fill(form, fields) {
    var list = form.querySelector('.order');
    if (list) {
      all(list, '[data-item]').sort(function (one, other) {
        function at(item) { return Number((fields['place-' + item.getAttribute('data-item')] || [0])[0]); }
        return at(one) - at(other);
      }).forEach(function (item) { list.appendChild(item); });
      all(list, '[data-item]').forEach(function (item, at) { item.querySelector('select').value = String(at + 1); });
    }
    all(form, '[data-question] [name]').forEach(function (input) {
      var values = fields[input.name] || [];
      if (/^(radio|checkbox)$/.test(input.type)) input.checked = values.indexOf(input.value) >= 0;
      else if (values.length) input.value = values[0];
    });
    document.dispatchEvent(new Event('change'));
  }
  function verdict(form, word, note) {
    var found = document.createDocumentFragment();
    found.appendChild(template(box, 'verdict', word));
    if (note) {
      found.appendChild(document.createTextNode('. '));
      found.appendChild(note);
    }
    return found;
  }
  /* As the page from the server marks the parts of an answer */
  function marks(form, check, went) {
    all(form, '.option-note').forEach(function (note) { note.parentNode.removeChild(note); });
    all(form, '.option--right,.option--again').forEach(function (option) { option.classList.remove('option--right', 'option--again'); });
    var whole = form.querySelector('[data-whole]');
    if (whole) whole.parentNode.removeChild(whole);
    if (!went.tone || went.tone === 'unknown' || went.tone === 'compare') return false;
    var noted = false;
    all(form, '.option').forEach(function (option) {
      var input = option.querySelector('input');
      var word = went.parts[input.value];
      if (!word || !input.checked) return;
      var text = word === 'again' || check.type === 'single-choice' ? template(form, 'note', input.value) : null;
      noted = noted || Boolean(text) && word === 'again';
      var note = document.createElement('div');
      note.className = 'option-note';
      note.id = input.id + '-note';
      note.appendChild(verdict(form, word, text));
      option.classList.add('option--' + word);
      option.appendChild(note);
      input.setAttribute('aria-describedby', note.id);
    });
    all(form, '.match > li').forEach(function (item, at) {
      var word = went.parts[String(at + 1)];
      if (!word) return;
      var note = document.createElement('p');
      note.className = 'option-note';
      note.appendChild(verdict(form, word));
      item.appendChild(note);
    });
    if (/^(ordering|gaps|short-text|number)$/.test(check.type)) {
      var line = document.createElement('p');
      line.setAttribute('data-whole', '');
      line.appendChild(verdict(form, mark(went.tone === 'right')));
      form.querySelector('[data-question] fieldset, [data-question] .field').appendChild(line);
    }
    return noted;
  }
  function say(form, name) {
    var said = form.querySelector('[data-said]');
    while (said.firstChild) said.removeChild(said.firstChild);
    var words = name && template(form, 'feedback', name);
    if (words) said.appendChild(words);
    return Boolean(words);
  }
  /* Going on is the main thing once the question is answered, and "without an answer" before. */
  function ways(section, ready) {
    var on = section.querySelector('[data-ready]');
    var skip = section.querySelector('[data-skip]');
    if (!skip) return;
    on.hidden = !ready;
    skip.hidden = ready;
  }
  function lock(form) {
    all(form, '[data-question] input, [data-question] select').forEach(function (input) {
      if (input.type === 'text') input.readOnly = true;
      else {
        input.disabled = true;
        input.setAttribute('data-locked', '');
      }
    });
    all(form, '.order-moves, .option--unknown').forEach(function (part) { part.hidden = true; });
  }

  function Question(section, form) {
    var step = Number(section.getAttribute('data-step'));
    var check = JSON.parse(form.getAttribute('data-check'));
    var actions = form.querySelector('[data-check-actions]');
    var nothing = form.querySelector('[data-nothing]');

    function draw(fields, tries) {
      var went = judge(check, fields);
      nothing.hidden = went.tone !== '';
      var noted = marks(form, check, went);
      var over = went.tone === 'right';
      if (went.tone) {
        var early = went.tone + (tries > 1 ? '-after' : '-first');
        if (tries < 2 && !noted && template(form, 'feedback', went.tone + '-bare')) early = went.tone + '-bare';
        if (!say(form, went.tone)) say(form, early);
        actions.querySelector('button').textContent = check.type === 'free-text' || check.type === 'file'
          ? actions.querySelector('button').textContent : form.getAttribute('data-text-again');
      }
      if (over) lock(form);
      actions.hidden = over;
      ways(section, over || went.tone === 'compare');
    }
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var fields = fieldsOf(form);
      if (!judge(check, fields).tone) {
        draw(fields, 0);
        return;
      }
      once(form, function () {
        return remember(step, 'response', fields).then(function () {
          draw(fields, place.answers[step].tries);
          form.querySelector('#result').focus();
          lessons.send();
        });
      });
    });
    this.restore = function () {
      var known = place.answers[step];
      if (known && known.fields) {
        fill(form, known.fields);
        draw(known.fields, known.tries);
      } else {
        ways(section, false);
      }
    };
  }

  /* ── Rehearsals ── */

  function written(press) {
    return [press.step, press.part, press.text].filter(function (each) { return each !== undefined; }).join('.');
  }
  function pressOf(fields) {
    var step = (fields.step || [])[0];
    if (fields.show) return { step: step };
    var part = (fields.part || fields.choice || [])[0];
    var typed = fields['text-' + part];
    return typed ? { step: step, part: part, text: typed[0] } : { step: step, part: part };
  }
  function Rehearsal(section, form) {
    var step = Number(section.getAttribute('data-step'));
    var check = JSON.parse(form.getAttribute('data-check'));
    var stage = form.querySelector('[data-question]');
    var first = stage.cloneNode(true);
    var presses = [];

    function put(content) {
      while (stage.firstChild) stage.removeChild(stage.firstChild);
      while (content.firstChild) stage.appendChild(content.firstChild);
    }
    function screen(at) { return at ? template(form, 'screen', String(at)) : first.cloneNode(true); }
    /* How far the presses lead: the step that is open, and how each one went */
    function walk() {
      var at = 0;
      var how = [];
      var tried = false;
      presses.forEach(function (press) {
        var shown = press.part === undefined;
        if (shown || hits(check.steps[at], press)) {
          how.push(shown ? 'shown' : tried ? 'found' : 'at-once');
          at++;
          tried = false;
        } else {
          tried = true;
        }
      });
      return { at: at, how: how, last: presses[presses.length - 1], open: tried };
    }
    function about(content, walked) {
      var press = walked.last;
      if (!press || !walked.open && press.part !== undefined) return;
      var words = template(form, 'press', press.step + '.' + (press.part === undefined ? 'show' : press.part));
      if (!words) return;
      all(words, '*').forEach(function (each) {
        if (!each.children.length && press.text) each.textContent = each.textContent.replace('{text}', press.text);
      });
      var before = content.querySelector('#result');
      if (before) before.parentNode.replaceChild(words, before);
      else content.querySelector('.path-text').parentNode.insertBefore(words, content.querySelector('.path-text'));
    }
    function draw() {
      var walked = walk();
      var over = walked.at === check.steps.length;
      var content = screen(walked.at);
      if (over) {
        all(content, '.trail > li').forEach(function (item, at) {
          var other = walked.how[at] !== 'at-once' && template(form, 'end', walked.how[at]);
          if (other) item.parentNode.replaceChild(all(other, '.trail > li')[at], item);
        });
      } else {
        about(content, walked);
      }
      put(content);
      say(form, over ? (walked.how.indexOf('shown') < 0 ? 'right' : 'unknown') : '');
      ways(section, over && walked.how.indexOf('shown') < 0);
    }
    function typed(part) {
      return all(form, '[name="text-' + part + '"]').map(function (field) { return field.value.trim(); }).filter(Boolean)[0];
    }
    /* The fields of a press, as the form would send them; null when nothing was chosen or typed */
    function fields(button) {
      var sends = { press: presses.map(written), step: [stage.querySelector('[name="step"]').value] };
      if (button.name === 'show') {
        sends.show = ['1'];
        return sends;
      }
      var chosen = stage.querySelector('[name="choice"]:checked');
      var field = all(stage, '[name^="text-"]').filter(function (each) { return each.value.trim(); })[0];
      var part = button.name === 'part' ? button.value : button.name === 'enter' && field ? field.name.slice(5) : chosen ? chosen.value : '';
      var types = part && stage.querySelector('[name="text-' + part + '"]');
      if (!part || types && !typed(part)) {
        var empty = types || stage.querySelector(button.name === 'list' ? '[name="choice"]' : '[name^="text-"]');
        if (empty) empty.focus();
        return null;
      }
      sends.part = [part];
      if (types) sends['text-' + part] = [typed(part)];
      return sends;
    }
    function after() {
      draw();
      var result = form.querySelector('#result');
      if (result) result.focus();
      lessons.send();
    }
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var button = event.submitter || document.activeElement;
      once(form, function () {
        if (button.name === 'again') {
          presses = [];
          return remember(step, 'response', { again: ['1'] }).then(draw);
        }
        var sends = fields(button);
        if (!sends) return Promise.resolve();
        /* What the server knows of an earlier go would stand in the way of this one. */
        var begun = presses.length || place.answers[step] ? Promise.resolve() : remember(step, 'response', { again: ['1'] });
        return begun.then(function () { return remember(step, 'response', sends); }).then(function () {
          presses.push(pressOf(sends));
          after();
        });
      });
    });
    this.restore = function () {
      var known = place.answers[step];
      presses = known ? known.presses.map(pressOf) : [];
      if (presses.length) draw();
      else ways(section, false);
    };
  }

  /* ── Begin ── */

  var questions = [];
  sections.forEach(function (section) {
    var form = section.querySelector('form[data-check]');
    if (!form) return;
    questions.push(JSON.parse(form.getAttribute('data-check')).type === 'rehearsal' ? new Rehearsal(section, form) : new Question(section, form));
  });
  var state = document.querySelector('[data-copy-state]');
  var waitingLine = state.querySelector('[data-copy-waiting]');
  var reading = state.querySelector('[data-copy-reading]');
  var offline = reading.textContent;
  /* That nothing waits says nothing of the network; that something was just sent does. */
  function tellState(waiting, sentNow, refused) {
    state.classList.toggle('notice--good', Boolean(sentNow && !refused));
    state.classList.toggle('notice--offline', !sentNow);
    var words = sentNow ? state.getAttribute(refused ? 'data-text-partly' : 'data-text-sent') : offline;
    if (reading.textContent !== words) reading.textContent = words;
    waitingLine.textContent = waiting ? device.counted(state, 'waiting', waiting) : '';
  }
  document.addEventListener('lesson-events', function (event) {
    if (event.detail.waiting || waitingLine.textContent) tellState(event.detail.waiting, !event.detail.waiting, event.detail.refused);
  });
  lessons.person.then(function (key) {
    person = key;
    return reload();
  }).then(function () {
    questions.forEach(function (question) { question.restore(); });
    show(stepOf(window.location.pathname), false);
    return lessons.waiting();
  }).then(function (waiting) { tellState(waiting, false, 0); });
}());
