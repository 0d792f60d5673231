#define _GNU_SOURCE
#include "CLibedit.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static FILE *duplicate(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

EditLine *CLibeditNew(const char *program, int input, int output) {
  FILE *in = duplicate(input, "r");
  FILE *out = duplicate(output, "w");
  FILE *err = duplicate(output, "w");
  EditLine *editor = NULL;
  if (in != NULL && out != NULL && err != NULL) {
    editor = el_init_fd(program, in, out, err, fileno(in), fileno(out), fileno(err));
  }
  if (editor == NULL) {
    if (in != NULL) fclose(in);
    if (out != NULL) fclose(out);
    if (err != NULL) fclose(err);
  }
  return editor;
}

void CLibeditEnd(EditLine *editor) {
  FILE *files[3] = {NULL, NULL, NULL};
  for (int i = 0; i < 3; i++) el_get(editor, EL_GETFP, i, &files[i]);
  el_end(editor);
  for (int i = 0; i < 3; i++) {
    if (files[i] != NULL) fclose(files[i]);
  }
}

void CLibeditSetClientData(EditLine *editor, void *data) { el_set(editor, EL_CLIENTDATA, data); }

void *CLibeditClientData(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

void CLibeditSetPrompt(EditLine *editor, CLibeditPrompt prompt, char escape) {
  el_set(editor, EL_PROMPT_ESC, prompt, escape);
}

void CLibeditSetCharacterReader(EditLine *editor, CLibeditCharacterReader reader) {
  el_set(editor, EL_GETCFN, reader);
}

void CLibeditAddFunction(
  EditLine *editor, const char *name, const char *summary, CLibeditFunction function) {
  el_set(editor, EL_ADDFN, name, summary, function);
}

void CLibeditBind(EditLine *editor, int commandMap, const char *key, const char *function) {
  if (commandMap) {
    el_set(editor, EL_BIND, "-a", key, function, NULL);
  } else {
    el_set(editor, EL_BIND, key, function, NULL);
  }
}

void CLibeditSetEditor(EditLine *editor, const char *emacsOrVi) {
  el_set(editor, EL_EDITOR, emacsOrVi);
}

int CLibeditIsVi(EditLine *editor) {
  const char *name = NULL;
  return el_get(editor, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

void CLibeditKeysInsteadOfSignals(EditLine *editor) {
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}

void CLibeditRedraw(EditLine *editor) { el_set(editor, EL_REFRESH); }

void CLibeditPrepareTerminal(EditLine *editor, int on) { el_set(editor, EL_PREP_TERM, on); }

HistoryW *CLibeditHistoryNew(int size) {
  HistoryW *history = history_winit();
  HistEventW event;
  if (history == NULL) return NULL;
  history_w(history, &event, H_SETSIZE, size);
  history_w(history, &event, H_SETUNIQUE, 1);
  return history;
}

void CLibeditUseHistory(EditLine *editor, HistoryW *history) {
  el_wset(editor, EL_HIST, history_w, history);
}

void CLibeditHistoryEnter(HistoryW *history, const wchar_t *text) {
  HistEventW event;
  history_w(history, &event, H_ENTER, text);
}

void CLibeditUseUTF8Locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

int CLibeditWidth(wchar_t character) { return wcwidth(character); }
