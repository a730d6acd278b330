-- Runs inside Neovim and drives the server through its own client, in the words
-- of Neovim 0.7, which later ones understand as well.

local outcomes = {}
local patience = 20000

local function test(name, run)
  local ok, failure = xpcall(run, debug.traceback)
  table.insert(outcomes, ok and { name = name } or { name = name, failure = tostring(failure) })
end

local function wait(what, look)
  if not vim.wait(patience, look, 20) then
    error('waited in vain: ' .. what)
  end
end

local function open(path)
  vim.cmd('edit ' .. path)
  return vim.api.nvim_get_current_buf()
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local function set_line(buffer, number, text)
  vim.api.nvim_buf_set_lines(buffer, number - 1, number, true, { text })
end

-- As ":edit!" does it, which would also take the buffer from the client.
local function revert(buffer)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.fn.readfile(vim.api.nvim_buf_get_name(buffer)))
end

local function findings(path)
  return vim.diagnostic.get(vim.fn.bufnr(path))
end

local function has(path, rule)
  for _, finding in ipairs(findings(path)) do
    if finding.source == 'chancery' and finding.code == rule then
      return finding
    end
  end
end

-- What the server answers about a place: the line counted from 1, and the text in front of which the cursor stands.
local function ask(buffer, method, number, before, more)
  local line = lines(buffer)[number]
  local column = before == '' and #line or assert(line:find(before, 1, true)) - 1
  local _, units = vim.str_utfindex(line, column)
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = number - 1, character = units } }
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', params, more or {}), patience)
  assert(answers, problem)
  local _, answer = next(answers)
  assert(answer and not answer.err, vim.inspect(answer and answer.err))
  return answer.result
end

local server = { vim.env.CHANCERY_TEST_NODE, vim.env.CHANCERY_TEST_SERVER, 'lsp', '--stdio' }
local id = assert(vim.lsp.start_client({
  name = 'chancery',
  cmd = server,
  root_dir = vim.fn.getcwd(),
  workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = 'test' } },
  get_language_id = function()
    return 'yaml'
  end,
}))
local client = vim.lsp.get_client_by_id(id)
local brief = open('talks.brief.yaml')
vim.lsp.buf_attach_client(brief, id)

test('attaches to a file', function()
  wait('the greeting', function()
    return client.initialized and vim.lsp.buf_is_attached(brief, id)
  end)
  assert(client.offset_encoding == 'utf-16', client.offset_encoding)
  assert(client.server_capabilities.textDocumentSync.change == 2)
end)

test('shows the findings of files that are not open', function()
  wait('a finding in a file that is not open', function()
    return vim.fn.bufnr('not-open.brief.yaml') > 0 and has('not-open.brief.yaml', 'ref-engagement')
  end)
  assert(#findings('talks.brief.yaml') == 0, vim.inspect(findings('talks.brief.yaml')))
end)

test('shows a finding at its place as one types, behind letters of more than one unit', function()
  set_line(brief, 7, 'bluf: The navies met 😀 again [@visitt] and set a date for the next talks.')
  wait('the finding', function()
    return has('talks.brief.yaml', 'ref-engagement')
  end)
  local finding = has('talks.brief.yaml', 'ref-engagement')
  local marked = lines(brief)[finding.lnum + 1]:sub(finding.col + 1, finding.end_col)
  assert(marked:find('visitt', 1, true) and #marked <= #'[@visitt]', marked)
end)

test('mends it with the fix that is offered', function()
  local range = { start = { line = 6, character = 0 }, ['end'] = { line = 7, character = 0 } }
  local actions = ask(brief, 'textDocument/codeAction', 7, 'bluf', { range = range, context = { diagnostics = {} } })
  local edit
  for _, action in ipairs(actions) do
    if action.kind == 'quickfix' and action.edit then
      edit = edit or action.edit
    end
  end
  assert(edit, vim.inspect(actions))
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  assert(lines(brief)[7]:find('[@visit]', 1, true), lines(brief)[7])
  wait('the finding goes', function()
    return #findings('talks.brief.yaml') == 0
  end)
end)

test('takes in edits of many kinds', function()
  vim.api.nvim_buf_set_lines(brief, 8, 9, true, {})
  vim.api.nvim_buf_set_text(brief, 6, 24, 6, 25, { '' })
  vim.cmd('undo')
  vim.cmd('normal! ggdGu')
  vim.api.nvim_buf_set_lines(brief, -1, -1, true, { 'titel: x' })
  wait('the finding at the end', function()
    return has('talks.brief.yaml', 'unknown-key')
  end)
  assert(has('talks.brief.yaml', 'unknown-key').lnum == #lines(brief) - 1)
  vim.api.nvim_buf_set_lines(brief, -2, -1, true, {})
  wait('the finding goes', function()
    return not has('talks.brief.yaml', 'unknown-key')
  end)
end)

test('completes a reference', function()
  revert(brief)
  set_line(brief, 9, 'engagements: [vis')
  local list = ask(brief, 'textDocument/completion', 9, '')
  local items = list.items or list
  local words = vim.tbl_map(function(item)
    return item.textEdit and item.textEdit.newText or item.insertText or item.label
  end, items)
  assert(vim.tbl_contains(words, 'visit'), vim.inspect(words))
  for _, item in ipairs(items) do
    assert(item.insertTextFormat ~= 2 or client.config.capabilities.textDocument.completion.completionItem.snippetSupport)
  end
  set_line(brief, 9, 'engagements: [visit]')
end)

test('tells what a word means', function()
  local hover = ask(brief, 'textDocument/hover', 7, 'visit')
  assert(hover and hover.contents.value:find('A visit', 1, true), vim.inspect(hover))
end)

test('follows another buffer that was not saved', function()
  local visit = open('visit.engagement.yaml')
  vim.lsp.buf_attach_client(visit, id)
  set_line(visit, 2, 'id: other-visit')
  wait('a finding in the brief', function()
    return has('talks.brief.yaml', 'ref-engagement')
  end)
  revert(visit)
  wait('the finding goes', function()
    return not has('talks.brief.yaml', 'ref-engagement')
  end)
end)

test('renames an engagement, its file and every place that cites it', function()
  local edit = ask(brief, 'textDocument/rename', 7, 'visit]', { newName = 'port-visit' })
  assert(edit, 'nothing was renamed')
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  assert(lines(brief)[7]:find('[@port-visit]', 1, true), lines(brief)[7])
  assert(lines(brief)[9] == 'engagements: [port-visit]', lines(brief)[9])
  assert(vim.fn.filereadable('port-visit.engagement.yaml') == 1, vim.inspect(edit))
  assert(vim.fn.filereadable('visit.engagement.yaml') == 0)
end)

test('ends without a complaint', function()
  vim.lsp.stop_client(id)
  wait('the end of the server', function()
    return client.is_stopped()
  end)
  local log = vim.lsp.get_log_path()
  local complaints = {}
  if vim.fn.filereadable(log) == 1 then
    for _, line in ipairs(vim.fn.readfile(log)) do
      if line:find('[ERROR]', 1, true) then
        table.insert(complaints, line)
      end
    end
  end
  assert(#complaints == 0, table.concat(complaints, '\n'))
end)

vim.fn.writefile({ vim.fn.json_encode(outcomes) }, vim.env.CHANCERY_TEST_REPORT)
vim.cmd('qall!')
