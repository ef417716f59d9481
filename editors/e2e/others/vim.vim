" Vim with ALE and the lines of editors/README.md: attach, findings, hover, definition.
" Called by run.sh, which sets E2E_WORKSPACE, E2E_LINES and E2E_OUT; what came of it goes to E2E_OUT.
set nocompatible nomore hidden shortmess+=I
set runtimepath^=/usr/share/vim-ale
filetype plugin on
let g:ale_hover_to_preview = 1
source $E2E_LINES

let s:out = []
let s:failed = 0

function! s:test(name, ok) abort
  call add(s:out, (a:ok ? 'ok    ' : 'FAIL  ') . a:name)
  let s:failed += !a:ok
endfunction

" Waits for an event, for 30 seconds at most.
function! s:until(probe) abort
  for l:try in range(1200)
    if eval(a:probe)
      return 1
    endif
    sleep 25m
  endfor
  return 0
endfunction

function! Finding() abort
  return len(filter(getloclist(0), {_, item -> item.text =~# '9368'}))
endfunction

function! Shown() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), ' ')
    endif
  endfor
  return ''
endfunction

function! Main(...) abort
  try
    exe 'edit ' . $E2E_WORKSPACE . '/letters/fout.txt'
    call s:test('a letter below griffier.toml is attached, and its wrong number is marked', s:until('Finding() == 1'))
    call search('^29 521, nr\. 385')
    ALEHover
    call s:test('hover on the second line of a citation shows the paper', s:until("Shown() =~# '29 521, nr. 385'"))
    pclose
    call search('^29 521, nr\. 385', 'c')
    ALEGoToDefinition
    call s:test('definition goes to the cited letter', s:until("expand('%:t') ==# 'kst-29521-385.txt'"))
    buffer fout.txt
    silent %s/9368/368/
    silent write
    call s:test('mended and written, it is marked no more', s:until('Finding() == 0'))
  catch
    call s:test(v:exception . ' in ' . v:throwpoint, 0)
  endtry
  call add(s:out, printf('vim: %d passed, %d failed', len(s:out) - s:failed, s:failed))
  call writefile(s:out, $E2E_OUT)
  qall!
endfunction

autocmd VimEnter * call timer_start(200, 'Main')
