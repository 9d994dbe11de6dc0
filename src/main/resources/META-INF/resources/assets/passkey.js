/*
 * Passkeys: making one on this device and coming in with one. The browser asks for a fingerprint, a face or a PIN; its answer travels in an
 * ordinary form. Without this script, or in a browser without passkeys, the button is not there and the password works as ever.
 */
(function () {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials || !window.fetch) return impossible();

  function impossible() {
    var told = document.querySelector('[data-text-impossible]');
    if (!told) return;
    say(told.closest('form'), told.getAttribute('data-text-impossible'));
    told.closest('form').querySelector('.actions').hidden = true;
  }
  function say(form, words) {
    var alert = form.querySelector('[data-passkey-alert]');
    alert.textContent = '';
    if (!words) return;
    var line = document.createElement('p');
    line.className = 'error-text';
    line.textContent = words;
    alert.appendChild(line);
  }

  function bytes(text) {
    var raw = window.atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    var array = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) array[i] = raw.charCodeAt(i);
    return array;
  }
  function text(buffer) {
    if (!buffer) return undefined;
    var raw = '';
    new Uint8Array(buffer).forEach(function (byte) { raw += String.fromCharCode(byte); });
    return window.btoa(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }
  function told(credential, response) {
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response: response
    });
  }

  function make(form) {
    var options = JSON.parse(form.getAttribute('data-passkey-new'));
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials.forEach(function (known) { known.id = bytes(known.id); });
    return navigator.credentials.create({ publicKey: options }).then(function (made) {
      return told(made, {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : []
      });
    });
  }
  function enter() {
    return fetch('/api/v1/passkey-challenge', { credentials: 'same-origin', headers: { Accept: 'application/json' } }).then(function (reply) {
      if (!reply.ok) throw new Error(String(reply.status));
      return reply.json();
    }).then(function (options) {
      options.challenge = bytes(options.challenge);
      return navigator.credentials.get({ publicKey: options });
    }).then(function (used) {
      return told(used, {
        clientDataJSON: text(used.response.clientDataJSON),
        authenticatorData: text(used.response.authenticatorData),
        signature: text(used.response.signature),
        userHandle: text(used.response.userHandle)
      });
    });
  }

  function attend(form, act) {
    var busy = false;
    var answer = form.querySelector('[name="answer"]');
    var button = form.querySelector('.actions button');
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (busy) return;
      busy = true;
      button.setAttribute('aria-busy', 'true');
      say(form, '');
      act(form).then(function (told) {
        answer.value = told;
        HTMLFormElement.prototype.submit.call(form);
      }).catch(function (failure) {
        busy = false;
        button.removeAttribute('aria-busy');
        var known = failure && failure.name === 'InvalidStateError' && form.getAttribute('data-text-known');
        say(form, known || form.getAttribute('data-text-stopped'));
      });
    });
  }

  var signIn = document.querySelector('form[data-passkey-sign-in]');
  if (signIn) {
    signIn.hidden = false;
    attend(signIn, enter);
  }
  var fresh = document.querySelector('form[data-passkey-new]');
  if (fresh) attend(fresh, make);
}());
