// Keeps the tab up to date while a deployment goes on, and sends the answers of its buttons. All markup comes from the server.
(function () {
  'use strict';
  var APART = 3000;
  // TeamCity may load a tab again in the same page: the newest copy of this script goes on alone
  var turn = window.ecsDeliveryTurn = (window.ecsDeliveryTurn || 0) + 1;

  function root() { return document.getElementById('ecsDelivery'); }
  function base() { return window.base_uri || ''; }

  function headers() {
    var token = document.querySelector('meta[name="tc-csrf-token"]');
    var all = { 'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/x-www-form-urlencoded' };
    if (token) { all['X-TC-CSRF-Token'] = token.content; }
    return all;
  }

  function isLive() {
    var state = root() && root().querySelector('.ecsDelivery__state');
    return !!state && state.getAttribute('data-live') === 'true';
  }

  // somebody who writes a comment must not lose it
  function isBusy() {
    var input = document.activeElement;
    return !!input && !!root() && root().contains(input) && input.name === 'comment' && input.value !== '';
  }

  function look() {
    if (turn !== window.ecsDeliveryTurn || !root() || !isLive()) { return; }
    if (document.hidden || isBusy()) { window.setTimeout(look, APART); return; }
    fetch(base() + '/ecsDelivery/deployments.html?buildId=' + encodeURIComponent(root().getAttribute('data-build')),
        { credentials: 'same-origin', headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (text) { if (text !== null && root() && !isBusy()) { root().innerHTML = text; } })
      .catch(function () { /* the server may be away for a moment */ })
      .then(function () { window.setTimeout(look, APART); });
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('#ecsDelivery button[data-answer]') : null;
    if (!button || turn !== window.ecsDeliveryTurn) { return; }
    var form = button.form;
    var said = form.querySelector('.ecsDelivery__said');
    var fields = new URLSearchParams();
    fields.set('buildId', root().getAttribute('data-build'));
    fields.set('step', form.getAttribute('data-step'));
    fields.set('service', form.getAttribute('data-service'));
    fields.set('answer', button.getAttribute('data-answer'));
    fields.set('comment', form.elements.comment.value);
    Array.prototype.forEach.call(form.querySelectorAll('button'), function (each) { each.disabled = true; });
    fetch(base() + '/ecsDelivery/answer.html',
        { method: 'POST', credentials: 'same-origin', headers: headers(), body: fields.toString() })
      .then(function (answer) {
        return answer.text().then(function (text) {
          said.textContent = text;
          if (!answer.ok) { Array.prototype.forEach.call(form.querySelectorAll('button'), function (each) { each.disabled = false; }); }
        });
      })
      .catch(function () { said.textContent = 'The server could not be reached.'; });
  });
  document.addEventListener('submit', function (event) {
    if (root() && root().contains(event.target)) { event.preventDefault(); }
  });
  window.setTimeout(look, APART);
}());
