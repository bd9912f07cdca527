// The button that tests a step's way to AWS, and lists of names beside fields. What AWS says is only ever put in as text.
(function () {
  var root = document.getElementById('ecsDeliveryAccess');
  if (!root || root.getAttribute('data-ready')) { return; }
  root.setAttribute('data-ready', 'true');
  var style = document.createElement('style');
  style.textContent = [
    '#ecsDeliveryTestResult p { margin: .3em 0; overflow-wrap: anywhere; }',
    '#ecsDeliveryTestResult p.bad { color: #c22731; }',
    '.ecsDeliveryNames { position: absolute; z-index: 100; margin: 0; padding: 0; list-style: none; max-height: 14em; overflow-y: auto; background: #fff; color: #1f2326; border: 1px solid #8a9299; min-width: 16em; }',
    '.ecsDeliveryNames li { padding: .2em .5em; cursor: pointer; }',
    '.ecsDeliveryNames li[aria-selected="true"] { background: #0b62a4; color: #fff; }',
    '.ecsDeliveryNames li.note { cursor: default; color: #5d666d; white-space: normal; max-width: 30em; }'
  ].join('\n');
  document.head.appendChild(style);
  var address = (window['base_uri'] || '') + '/admin/ecsDelivery/access.html';
  var patience = 30000;
  var life = 60000;
  var known = {};

  function token() {
    var meta = document.querySelector('meta[name="tc-csrf-token"]');
    return meta ? meta.getAttribute('content') : '';
  }

  function ofPage(name) {
    var inAddress = new URLSearchParams(window.location.search).get(name);
    var input = document.querySelector('input[name="' + name + '"]');
    return inAddress || (input ? input.value : '');
  }

  function question(more) {
    var body = new URLSearchParams();
    body.append('id', ofPage('id'));
    body.append('runnerId', ofPage('runnerId'));
    body.append('step', root.getAttribute('data-step'));
    Object.keys(more).forEach(function (name) { body.append(name, more[name]); });
    document.querySelectorAll('[name^="prop:"]').forEach(function (input) {
      var secret = input.type === 'password' || /^prop:(encrypted:|secure:)/.test(input.name);
      var off = (input.type === 'checkbox' || input.type === 'radio') && !input.checked;
      if (!secret && !off) { body.append(input.name, input.value); }
    });
    return body;
  }

  function ask(more) {
    var stop = new AbortController();
    var timer = setTimeout(function () { stop.abort(); }, patience);
    return fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-TC-CSRF-Token': token(), 'Accept': 'application/json' },
      body: question(more),
      signal: stop.signal
    }).then(function (answer) { return answer.json(); }).catch(function () {
      return { error: 'The TeamCity server gave no answer that can be read. Is the session still there?' };
    }).then(function (answer) { clearTimeout(timer); return answer; });
  }

  var button = document.getElementById('ecsDeliveryTest');
  var result = document.getElementById('ecsDeliveryTestResult');

  function line(text, bad) {
    var p = document.createElement('p');
    p.textContent = text;
    if (bad) { p.className = 'bad'; }
    result.appendChild(p);
  }

  button.addEventListener('click', function () {
    button.disabled = true;
    result.textContent = 'Asking AWS...';
    ask({}).then(function (answer) {
      button.disabled = false;
      result.textContent = '';
      if (answer.error) { line(answer.error, true); }
      (answer.lines || []).forEach(function (text) {
        line(text, /^(Missing:|The permissions of the step could not)/.test(text));
      });
      result.setAttribute('data-done', answer.error ? 'bad' : 'good');
    });
  });

  function combobox(input, what) {
    var list = document.createElement('ul');
    var names = [];
    var at = -1;
    var waiting = 0;
    list.className = 'ecsDeliveryNames';
    list.id = 'ecsDeliveryNames-' + what;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Names in AWS');
    list.hidden = true;
    input.parentNode.insertBefore(list, input.nextSibling);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('autocomplete', 'off');

    function typed() { return input.value.replace(/^.*,/, '').trim(); }

    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(name) {
      var before = /^.*,/.exec(input.value);
      input.value = (before ? before[0] + ' ' : '') + name;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      close();
    }

    function option(text, index, note) {
      var item = document.createElement('li');
      item.textContent = text;
      if (note) {
        item.className = 'note';
        item.setAttribute('role', 'presentation');
      } else {
        item.id = list.id + '-' + index;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.addEventListener('mousedown', function (event) { event.preventDefault(); choose(text); });
      }
      list.appendChild(item);
    }

    function open() {
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
    }

    function show(answer) {
      list.textContent = '';
      var part = typed().toLowerCase();
      names = (answer.names || []).filter(function (name) { return name.toLowerCase().indexOf(part) >= 0; });
      if (answer.error) { option(answer.error, 0, true); }
      else if (names.length === 0) { option('AWS has no name like that.', 0, true); }
      names.forEach(function (name, index) { option(name, index, false); });
      at = -1;
      open();
    }

    function offer() {
      var asked = ++waiting;
      var held = known[what];
      var others = question({ offer: what });
      others.delete(input.name);
      var key = others.toString();
      if (held && held.key === key && Date.now() < held.end) { show(held.answer); return; }
      ask({ offer: what }).then(function (answer) {
        if (!answer.error) { known[what] = { key: key, answer: answer, end: Date.now() + life }; }
        if (asked === waiting && document.activeElement === input) { show(answer); }
      });
    }

    function move(by) {
      var items = list.querySelectorAll('[role="option"]');
      if (items.length === 0) { return; }
      if (at >= 0) { items[at].setAttribute('aria-selected', 'false'); }
      at = (at + by + items.length) % items.length;
      items[at].setAttribute('aria-selected', 'true');
      items[at].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', items[at].id);
    }

    var timer;
    input.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(offer, 250); });
    input.addEventListener('blur', function () { clearTimeout(timer); close(); });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (list.hidden) { offer(); } else { move(event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1); }
      } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
        event.preventDefault();
        choose(names[at]);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    });
  }

  root.getAttribute('data-offers').split(' ').forEach(function (pair) {
    var parts = pair.split('=');
    var input = parts[0] ? document.getElementById(parts[0]) : null;
    if (input && input.tagName === 'INPUT' && input.type === 'text') { combobox(input, parts[1]); }
  });
})();
