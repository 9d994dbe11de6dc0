/*
 * Reads a block aloud with the voice of the device, sentence by sentence; the sentence being read is marked.
 * Starts only on a press. Without a voice for the page's language it says so in one plain sentence.
 */
(function () {
  'use strict';
  var boxes = Array.prototype.slice.call(document.querySelectorAll('[data-speak]'));
  if (!boxes.length) return;
  var speech = window.speechSynthesis;
  var language = (document.documentElement.lang || 'uk').toLowerCase();
  var wanted = language === 'uk' ? 'uk-UA' : language;
  var current = null;

  function voice() {
    var found = speech.getVoices().filter(function (each) {
      return each.lang.toLowerCase().replace('_', '-').split('-')[0] === language.split('-')[0];
    });
    return found.filter(function (each) { return each.localService; })[0] || found[0] || null;
  }

  /* Wraps every sentence of the block, across bold words and links, into spans; one list of spans for each sentence. */
  var ends = /[^.!?…]+[.!?…]+[»”")\]]*\s*|[^.!?…]+$/g;
  var blocks = 'p,li,h1,h2,h3,h4,legend,label,td,th,dt,dd,figcaption,summary';
  function skipped(node) {
    return Boolean(node.closest('svg,script,select,button,input,textarea,[hidden],[aria-hidden="true"],.no-js'));
  }
  function split(root) {
    var sentences = [];
    var groups = [];
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, null);
    var node;
    while ((node = walker.nextNode())) {
      if (!node.nodeValue.trim() || skipped(node.parentElement)) continue;
      var block = node.parentElement.closest(blocks) || root;
      var last = groups[groups.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else groups.push({ block: block, nodes: [node] });
    }
    groups.forEach(function (group) {
      var whole = group.nodes.map(function (each) { return each.nodeValue; }).join('');
      var at = 0;
      var parts = (whole.match(ends) || [whole]).map(function (part) {
        var range = { from: at, to: at + part.length, text: part.replace(/\s+/g, ' ').trim(), spans: [] };
        at = range.to;
        return range;
      }).filter(function (part) { return part.text; });
      var start = 0;
      group.nodes.forEach(function (each) {
        var value = each.nodeValue;
        var from = start;
        start += value.length;
        var pieces = document.createDocumentFragment();
        parts.forEach(function (part) {
          var piece = value.slice(Math.max(part.from - from, 0), Math.max(part.to - from, 0));
          if (!piece) return;
          var span = document.createElement('span');
          span.textContent = piece;
          part.spans.push(span);
          pieces.appendChild(span);
        });
        if (pieces.childNodes.length) each.parentNode.replaceChild(pieces, each);
      });
      sentences = sentences.concat(parts);
    });
    return sentences;
  }

  function Reader(box) {
    var root = document.querySelector(box.getAttribute('data-speak'));
    var play = box.querySelector('[data-speak-play]');
    var label = box.querySelector('[data-speak-label]') || play;
    var slow = box.querySelector('[data-speak-slow]');
    var self = this;
    var sentences = null;
    var at = 0;
    var run = 0;

    function mark(on) {
      if (sentences[at]) sentences[at].spans.forEach(function (span) { span.classList.toggle('said', on); });
    }
    function name(which) { label.textContent = box.getAttribute('data-text-' + which) || label.textContent; }
    function speak() {
      var mine = ++run;
      if (at >= sentences.length) {
        at = 0;
        self.stop('play');
        return;
      }
      var words = new SpeechSynthesisUtterance(sentences[at].text);
      words.lang = wanted;
      words.voice = voice();
      words.rate = slow && slow.getAttribute('aria-pressed') === 'true' ? 0.7 : 0.95;
      words.onend = function () {
        if (mine !== run) return;
        mark(false);
        at += 1;
        speak();
      };
      words.onerror = function () { if (mine === run) self.stop('resume'); };
      mark(true);
      speech.speak(words);
    }
    self.stop = function (which) {
      run += 1;
      speech.cancel();
      if (sentences) mark(false);
      if (current === self) current = null;
      name(which || (at ? 'resume' : 'play'));
    };
    play.addEventListener('click', function () {
      if (current === self) {
        self.stop('resume');
        return;
      }
      if (current) current.stop();
      sentences = sentences || split(root);
      current = self;
      if (slow) slow.hidden = false;
      name('pause');
      speak();
    });
    /* The block has other words now. */
    root.addEventListener('turned', function () {
      at = 0;
      if (current === self) self.stop('play');
      else name('play');
      sentences = null;
    });
    if (slow) {
      if (document.documentElement.getAttribute('data-pace') === 'slow') slow.setAttribute('aria-pressed', 'true');
      slow.addEventListener('click', function () {
        slow.setAttribute('aria-pressed', String(slow.getAttribute('aria-pressed') !== 'true'));
        if (current !== self) return;
        run += 1;
        speech.cancel();
        speak();
      });
    }
  }

  function silent(box) {
    Array.prototype.forEach.call(box.querySelectorAll('button'), function (button) { button.hidden = true; });
    var none = box.querySelector('[data-speak-none]');
    if (none) none.hidden = false;
  }

  if (!speech || !window.SpeechSynthesisUtterance || !Element.prototype.closest) {
    boxes.forEach(silent);
    return;
  }
  var ready = false;
  function start() {
    if (ready || !voice()) return;
    ready = true;
    boxes.forEach(function (box) {
      Array.prototype.forEach.call(box.querySelectorAll('[data-speak-play]'), function (button) { button.hidden = false; });
      var none = box.querySelector('[data-speak-none]');
      if (none) none.hidden = true;
      if (document.querySelector(box.getAttribute('data-speak'))) new Reader(box);
    });
  }
  start();
  if (speech.addEventListener) speech.addEventListener('voiceschanged', start);
  else speech.onvoiceschanged = start;
  window.setTimeout(function () { if (!ready) boxes.forEach(silent); }, 3000);
  window.addEventListener('pagehide', function () { speech.cancel(); });
}());
