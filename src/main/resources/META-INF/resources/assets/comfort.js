/*
 * The comfort panel, the guard against double presses and the "no connection" line.
 * Every part only adds to pages that work without it. Written for old browsers on purpose.
 */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function closest(el, selector) {
    while (el && el.nodeType === 1) {
      if ((el.matches || el.msMatchesSelector).call(el, selector)) return el;
      el = el.parentNode;
    }
    return null;
  }

  /* Comfort: the cookie is the server's; here the choice only shows at once and travels in the background. */
  function apply(settings) {
    ['text', 'theme', 'calm', 'pace'].forEach(function (name) {
      var value = settings[name];
      if (value === undefined) return;
      if (!value || value === 'auto' || value === 'off' || value === 'usual') root.removeAttribute('data-' + name);
      else root.setAttribute('data-' + name, value);
    });
  }
  function fields(form) {
    var pairs = {};
    each(form.elements, function (el) {
      if (!el.name || el.disabled || /^(submit|button)$/.test(el.type)) return;
      if (/^(radio|checkbox)$/.test(el.type) && !el.checked) return;
      pairs[el.name] = el.value;
    });
    return pairs;
  }
  function encode(pairs) {
    return Object.keys(pairs).map(function (key) {
      return encodeURIComponent(key) + '=' + encodeURIComponent(pairs[key]);
    }).join('&');
  }
  var unsent = null;
  function remember(form) {
    var state = form.querySelector('[data-comfort-state]');
    if (!window.fetch) return;
    fetch(form.action, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: encode(fields(form))
    }).then(function (reply) {
      if (reply.type !== 'opaqueredirect' && !reply.ok) throw new Error(String(reply.status));
      unsent = null;
      if (state) state.textContent = state.getAttribute('data-text-saved');
    }).catch(function () {
      unsent = form;
      if (state) state.textContent = state.getAttribute('data-text-failed');
    });
  }
  function fill(settings) {
    each(document.querySelectorAll('[data-comfort-form] [type="radio"]'), function (radio) {
      if (settings[radio.name] !== undefined) radio.checked = radio.value === settings[radio.name];
    });
  }
  document.addEventListener('change', function (event) {
    var form = closest(event.target, '[data-comfort-form]');
    if (!form) return;
    apply(fields(form));
    fill(fields(form));
    remember(form);
  });
  window.addEventListener('online', function () { if (unsent) remember(unsent); });
  document.addEventListener('keydown', function (event) {
    var panel = event.key === 'Escape' && closest(event.target, '[data-comfort]');
    if (panel && panel.open) {
      panel.open = false;
      panel.querySelector('summary').focus();
    }
  });

  /* A page from the browser's own store may be older than the choice, and a kept copy of a lesson is the same for everybody. */
  window.addEventListener('pageshow', function (event) {
    each(document.querySelectorAll('form[data-sent]'), release);
    var old = event.persisted || document.querySelector('[data-copy],[data-offline-page]');
    var cookie = old && /(?:^|;\s*)stezhka-comfort=([^;]*)/.exec(document.cookie);
    if (!cookie) return;
    var settings = {};
    decodeURIComponent(cookie[1]).split('&').forEach(function (pair) {
      var at = pair.indexOf('=');
      settings[pair.slice(0, at)] = pair.slice(at + 1);
    });
    apply(settings);
    fill(settings);
  });

  /* One press, one effect. The button stays enabled, so that its value travels and focus is kept. */
  function release(form) {
    form.removeAttribute('data-sent');
    each(form.querySelectorAll('[aria-busy="true"]'), function (button) { button.removeAttribute('aria-busy'); });
  }
  var pressed = null;
  document.addEventListener('click', function (event) {
    pressed = closest(event.target, 'button, input[type="submit"]');
  }, true);
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.hasAttribute('data-comfort-form')) return;
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', '');
    var button = event.submitter || (pressed && pressed.form === form ? pressed : form.querySelector('button:not([type="button"])'));
    if (button) button.setAttribute('aria-busy', 'true');
    window.setTimeout(function () { release(form); }, 10000);
  });

  /* Show and hide a password. */
  document.addEventListener('click', function (event) {
    var button = closest(event.target, '[data-show]');
    var field = button && document.getElementById(button.getAttribute('data-show'));
    if (!field) return;
    var show = field.type === 'password';
    field.type = show ? 'text' : 'password';
    button.textContent = button.getAttribute(show ? 'data-text-hide' : 'data-text-show');
  });

  /* Lines that stay until they are read, and dialogs. */
  document.addEventListener('click', function (event) {
    var close = closest(event.target, '[data-close]');
    var box = close && closest(close, '[data-closable]');
    if (box) box.hidden = true;
    var print = closest(event.target, '[data-print]');
    if (print) window.print();
  });

  /* "No connection." */
  var banner = document.querySelector('[data-offline]');
  function connection() {
    if (!banner) return;
    var off = navigator.onLine === false;
    if (off && banner.hidden) {
      banner.textContent = '';
      var line = document.createElement('p');
      line.className = 'wrap';
      line.textContent = banner.getAttribute('data-text');
      banner.hidden = false;
      banner.appendChild(line);
    } else if (!off) {
      banner.hidden = true;
    }
  }
  window.addEventListener('online', connection);
  window.addEventListener('offline', connection);
  connection();

  /* The error summary speaks first. */
  var errors = document.querySelector('[data-errors]');
  if (errors) errors.focus();
}());
