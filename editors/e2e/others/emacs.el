;;; Emacs with the lines of editors/README.md, which are loaded before this: attach, findings, hover, definition, fix.
;;; Called by run.sh, which sets E2E_WORKSPACE. Exit code: 0 all passed, 1 some failed.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'flymake)
(require 'xref)

(defvar e2e-patience 30 "So many seconds an event is waited for.")
(defvar e2e-passed 0)
(defvar e2e-failed 0)
(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 30
      flymake-no-changes-timeout 0.1)

(defmacro e2e-test (name &rest body)
  "Carries BODY out, which fails by an error or by giving nil."
  (declare (indent 1))
  `(condition-case failure
       (if (progn ,@body)
           (progn (cl-incf e2e-passed) (message "ok    %s" ,name))
         (error "It gave nothing"))
     (error (cl-incf e2e-failed) (message "FAIL  %s: %S" ,name failure))))

(defun e2e-until (probe)
  "Waits until PROBE gives something, and gives that."
  (let ((end (+ (float-time) e2e-patience)) value)
    (while (and (not (setq value (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun e2e-on (words)
  "Puts the cursor into WORDS."
  (goto-char (point-min))
  (search-forward words)
  (backward-char 3))

(defun e2e-finding ()
  (cl-find-if (lambda (finding) (string-match-p "9368" (flymake-diagnostic-text finding)))
              (flymake-diagnostics)))

(defvar e2e-letter (expand-file-name "letters/fout.txt" (getenv "E2E_WORKSPACE")))
(find-file e2e-letter)

(e2e-test "a letter below griffier.toml is attached by its hook"
  ;; The hook waits for the command loop, which a batch has none of.
  (run-hooks 'post-command-hook)
  (e2e-until #'eglot-managed-p))

(e2e-test "its project is the folder with the griffier.toml"
  (file-equal-p (project-root (eglot--project (eglot-current-server))) (getenv "E2E_WORKSPACE")))

(e2e-test "a number that does not exist is marked"
  (flymake-start)
  (e2e-until #'e2e-finding))

(e2e-test "hover on the second line of a citation shows the paper"
  (e2e-on "29 521, nr. 385")
  (let (shown)
    (e2e-until (lambda ()
                 (unless shown
                   (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text))))
                 (accept-process-output nil 0.1)
                 shown))
    (string-match-p "29 521, nr. 385" shown)))

(e2e-test "definition goes to the cited letter"
  (e2e-on "29 521, nr. 385")
  (xref-find-definitions "LSP identifier at point.")
  (prog1 (string= (buffer-name) "kst-29521-385.txt")
    (find-file e2e-letter)))

(e2e-test "mended and saved, it is marked no more"
  (goto-char (point-min))
  (search-forward "9368")
  (replace-match "368")
  (save-buffer)
  (e2e-until (lambda () (not (e2e-finding)))))

(message "emacs: %d passed, %d failed" e2e-passed e2e-failed)
(ignore-errors (eglot-shutdown-all))
(kill-emacs (if (> e2e-failed 0) 1 0))
