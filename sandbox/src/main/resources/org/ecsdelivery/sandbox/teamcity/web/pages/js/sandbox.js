'use strict';
/* The little of TeamCity's own scripts that pages of plugins may rely on, and what the sandbox's pages need. */
window.base_uri = window.location.origin;
window.BS = {
  csrfToken: () => document.querySelector('meta[name="tc-csrf-token"]').content,

  /* options: method, parameters (a query string or an object), onComplete, onSuccess, onFailure */
  ajaxRequest(url, options = {}) {
    const request = new XMLHttpRequest();
    const parameters = typeof options.parameters === 'string'
      ? options.parameters : new URLSearchParams(options.parameters || {}).toString();
    const method = (options.method || 'post').toUpperCase();
    request.open(method, method === 'GET' && parameters ? url + (url.includes('?') ? '&' : '?') + parameters : url);
    request.setRequestHeader('X-TC-CSRF-Token', BS.csrfToken());
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
    request.onloadend = () => {
      const done = request.status >= 200 && request.status < 300 ? options.onSuccess : options.onFailure;
      if (done) done(request);
      if (options.onComplete) options.onComplete(request);
    };
    request.send(method === 'GET' ? null : parameters);
    return request;
  },

  Util: { escapeId: id => '#' + CSS.escape(id) },
  VisibilityHandlers: { updateVisibility() {} },

  /* What a settings form would send, secrets closed with the server's key. */
  async serialize(form) {
    const sent = new URLSearchParams();
    for (const field of form.elements) {
      if (!field.name || field.disabled || (field.type === 'radio' && !field.checked)) continue;
      if (field.type === 'checkbox') {
        if (field.checked) sent.append(field.name, field.value);
        else if (field.dataset.unchecked) sent.append(field.name, field.dataset.unchecked);
      } else if (field.name.startsWith('prop:encrypted:')) {
        sent.append(field.name, await BS.closeSecret(form, field));
      } else {
        sent.append(field.name, field.value);
      }
    }
    return sent;
  },

  async closeSecret(form, field) {
    if (field.value === field.defaultValue && field.dataset.closed) return field.dataset.closed;
    const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('spki', Uint8Array.from(atob(form.dataset.publicKey), c => c.charCodeAt(0)),
      algorithm, false, ['encrypt']);
    const bytes = new TextEncoder().encode(field.value);
    const blocks = [];
    for (let from = 0; from < bytes.length; from += 190) {
      const block = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes.slice(from, from + 190)));
      blocks.push(btoa(String.fromCharCode(...block)));
    }
    return blocks.join(':');
  }
};

/* Shows why fields are refused: beside each field, or above the form where the page has no such field. */
function showErrors(form, errors) {
  form.querySelectorAll('.error').forEach(place => { place.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach(field => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
  const homeless = [];
  let first = null;
  for (const [name, reason] of Object.entries(errors)) {
    const place = document.getElementById('error_' + name);
    const field = document.getElementById(name);
    if (!place) { homeless.push(name + ': ' + reason); continue; }
    place.textContent = reason;
    if (!field) continue;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', place.id);
    if (field.closest('.advancedSetting')) showAdvanced(form, true);
    if (!first || field.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) first = field;
  }
  document.getElementById('error_general').textContent = homeless.join(' ');
  if (first) first.focus();
}

function showAdvanced(form, shown) {
  form.classList.toggle('advancedShown', shown);
  const toggle = document.getElementById('advancedSettingsToggle');
  toggle.textContent = shown ? 'Hide advanced options' : 'Show advanced options';
  toggle.setAttribute('aria-expanded', String(shown));
  sessionStorage.setItem('advancedShown', String(shown));
}

async function send(form) {
  const parameters = (await BS.serialize(form)).toString();
  BS.ajaxRequest(form.getAttribute('action'), {
    parameters,
    onSuccess(request) {
      const answer = JSON.parse(request.responseText);
      if (answer.errors) showErrors(form, answer.errors);
      else window.location.assign(answer.redirect);
    },
    onFailure(request) {
      const place = form.querySelector('#error_general');
      if (place) place.textContent = 'The server answered ' + request.status + '.';
    }
  });
}

function followLog(list) {
  let next = 0;
  const ask = () => BS.ajaxRequest('/buildLog.html', {
    method: 'get',
    parameters: { buildId: list.dataset.build, from: next },
    onSuccess(request) {
      const answer = JSON.parse(request.responseText);
      for (const line of answer.lines.filter(each => each.kind !== 'BLOCK_CLOSED')) {
        const item = document.createElement('li');
        item.className = line.severity + ' ' + line.kind;
        item.style.setProperty('--depth', line.depth);
        const time = document.createElement('time');
        time.textContent = line.time;
        const text = document.createElement('span');
        text.textContent = line.text;
        item.append(time, text);
        list.append(item);
      }
      next = answer.next;
      const status = document.getElementById('buildStatus');
      status.textContent = answer.build.text;
      status.className = 'status ' + answer.build.status;
      if (!answer.over) { setTimeout(ask, 400); return; }
      list.dataset.over = 'true';
      const stop = document.getElementById('stop');
      if (stop) stop.remove();
    }
  });
  ask();
}

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('form.send').forEach(form => {
    form.addEventListener('submit', event => { event.preventDefault(); send(form); });
  });
  document.querySelectorAll('[data-dialog]').forEach(button => {
    button.addEventListener('click', () => document.getElementById(button.dataset.dialog).showModal());
  });
  document.querySelectorAll('[data-close]').forEach(button => {
    button.addEventListener('click', () => document.getElementById(button.dataset.close).close());
  });
  const toggle = document.getElementById('advancedSettingsToggle');
  if (toggle) {
    const form = toggle.closest('form');
    toggle.hidden = !form.querySelector('.advancedSetting');
    toggle.addEventListener('click', () => showAdvanced(form, !form.classList.contains('advancedShown')));
    if (sessionStorage.getItem('advancedShown') === 'true') showAdvanced(form, true);
  }
  document.getElementById('role').addEventListener('change', event => {
    BS.ajaxRequest('/switchUser.html', {
      parameters: { role: event.target.value },
      onSuccess: request => window.location.assign(JSON.parse(request.responseText).redirect)
    });
  });
  const log = document.getElementById('buildLog');
  if (log) followLog(log);
});
