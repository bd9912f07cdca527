// Adds what pages of their own cannot do: search, sort, fold. Everything else works without this.
(function () {
  'use strict';
  var table = document.getElementById('tree');
  var tools = document.getElementById('tools');
  if (!table || !tools) { return; }
  var up = document.currentScript.getAttribute('src').replace('report.js', '');
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var metrics = heads.length - 2;
  var order = { column: 0, sign: 1 };
  var page = 200;
  var shown = page;
  var tree = read();
  var wanted = false;

  // The rows as a tree: each has a depth in its class.
  function read() {
    var roots = [];
    var open = [];
    Array.prototype.forEach.call(body.rows, function (row) {
      var depth = Number(/\bl(\d+)\b/.exec(row.className)[1]);
      var node = { row: row, depth: depth, children: [], folded: false, keys: keys(row) };
      open.length = depth;
      (depth ? open[depth - 1].children : roots).push(node);
      open[depth] = node;
    });
    return roots;
  }

  function keys(row) {
    return heads.map(function (head, i) {
      var text = row.cells[i].textContent;
      if (i === 0) { return (row.classList.contains('d') ? '0' : '1') + text; }
      if (i > metrics) { return Number(text); }
      var parts = /(\d+)\/(\d+)/.exec(text);
      return parts ? share(Number(parts[1]), Number(parts[2])) : 2;
    });
  }

  function share(covered, total) { return total ? covered / total : 2; }

  function compare(a, b) {
    var x = a.keys[order.column];
    var y = b.keys[order.column];
    if (x === y) { return a.keys[0] < b.keys[0] ? -1 : a.keys[0] > b.keys[0] ? 1 : 0; }
    return (x < y ? -1 : 1) * order.sign;
  }

  function make(name, text, attributes) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  function showTree() {
    var rows = document.createDocumentFragment();
    (function add(nodes, hidden) {
      nodes.slice().sort(compare).forEach(function (node) {
        node.row.hidden = hidden;
        rows.appendChild(node.row);
        add(node.children, hidden || node.folded);
      });
    })(tree, false);
    body.replaceChildren(rows);
    more.hidden = true;
    status.textContent = '';
  }

  function addFolds(nodes) {
    nodes.forEach(function (node) {
      if (!node.children.length) { return; }
      var cell = node.row.cells[0];
      var button = make('button', '', { type: 'button', 'class': 'fold', 'aria-expanded': 'true', 'aria-label': 'Show what is in ' + cell.textContent });
      button.addEventListener('click', function () {
        node.folded = !node.folded;
        button.setAttribute('aria-expanded', String(!node.folded));
        showTree();
        button.focus();
      });
      cell.insertBefore(button, cell.firstChild);
      addFolds(node.children);
    });
  }

  // All files of the report, from a script of their own that is loaded when first needed.
  function files(then) {
    if (window.coverageFiles) { then(window.coverageFiles); return; }
    wanted = then;
    if (files.asked) { return; }
    files.asked = true;
    var script = make('script', '', { src: up + 'files.js' });
    script.addEventListener('load', function () { if (wanted) { wanted(window.coverageFiles || []); } });
    script.addEventListener('error', function () { status.textContent = 'The list of all files cannot be loaded here.'; });
    document.head.appendChild(script);
  }

  function cell(covered, total) {
    var td = make('td');
    if (!total) { td.textContent = '–'; return td; }
    var permille = covered === total ? 1000 : covered === 0 ? 0 : Math.max(1, Math.min(999, Math.round(covered * 1000 / total)));
    td.appendChild(make('i', '', { 'class': 'w' + (permille ? Math.max(1, Math.floor(permille / 10)) : 0) }));
    td.appendChild(document.createTextNode((permille === 1000 ? '100' : (permille / 10).toFixed(1)) + '% '));
    td.appendChild(make('s', covered + '/' + total));
    return td;
  }

  function row(file) {
    var tr = make('tr', '', { 'class': 'l0' });
    var th = make('th', '', { scope: 'row' });
    th.appendChild(make('a', file[0], { href: up + file[1] }));
    tr.appendChild(th);
    for (var i = 0; i < metrics; i++) { tr.appendChild(cell(file[2 + 2 * i], file[3 + 2 * i])); }
    tr.appendChild(make('td', String(file[3] - file[2])));
    return tr;
  }

  function showList(all) {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var found = all.filter(function (file) {
      var path = file[0].toLowerCase();
      return words.every(function (word) { return path.indexOf(word) >= 0; });
    }).map(function (file) {
      var keys = [file[0]];
      for (var i = 0; i < metrics; i++) { keys.push(share(file[2 + 2 * i], file[3 + 2 * i])); }
      keys.push(file[3] - file[2]);
      return { file: file, keys: keys };
    }).sort(compare);
    var rows = document.createDocumentFragment();
    found.slice(0, shown).forEach(function (entry) { rows.appendChild(row(entry.file)); });
    body.replaceChildren(rows);
    more.hidden = found.length <= shown;
    status.textContent = found.length + ' of ' + all.length + (all.length === 1 ? ' file' : ' files');
  }

  function show() {
    heads.forEach(function (head, i) {
      if (i === order.column) {
        head.setAttribute('aria-sort', order.sign > 0 ? 'ascending' : 'descending');
      } else {
        head.removeAttribute('aria-sort');
      }
    });
    wanted = false;
    if (search.value.trim() || flat.checked) { files(showList); } else { showTree(); }
  }

  heads.forEach(function (head, i) {
    var button = make('button', head.textContent, { type: 'button' });
    head.replaceChildren(button);
    button.addEventListener('click', function () {
      var first = i > metrics ? -1 : 1;
      order = { column: i, sign: order.column === i ? -order.sign : first };
      shown = page;
      show();
    });
  });

  var search = make('input', '', { type: 'search', placeholder: 'Search ' + tools.dataset.files + ' files', 'aria-label': 'Search files by path', autocomplete: 'off', spellcheck: 'false' });
  var flat = make('input', '', { type: 'checkbox' });
  var label = make('label');
  label.appendChild(flat);
  label.appendChild(document.createTextNode(' All files, without directories'));
  var status = make('output', '', { 'aria-live': 'polite' });
  var more = make('button', 'Show more', { type: 'button', 'class': 'more' });
  more.hidden = true;
  more.addEventListener('click', function () { shown += 5 * page; show(); });
  search.addEventListener('input', function () { shown = page; show(); });
  flat.addEventListener('change', function () { shown = page; show(); });
  tools.append(search, label, status);
  tools.setAttribute('role', 'search');
  tools.hidden = false;
  table.parentNode.appendChild(more);
  addFolds(tree);
  show();
})();
