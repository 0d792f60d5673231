// libedit behind fixed functions: Swift cannot call el_set, el_get and history, which are variadic.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H
#include <histedit.h>
#include <stdint.h>
#include <wchar.h>

#include "TerminalGuard.h"

typedef unsigned char (*CLibeditFunction)(EditLine *, int);
typedef int (*CLibeditCharacterReader)(EditLine *, wchar_t *);
typedef char *(*CLibeditPrompt)(EditLine *);

/// An editor on these descriptors, which are duplicated; NULL where the terminal cannot be used.
EditLine *CLibeditNew(const char *program, int input, int output);
/// Ends the editor and closes its files.
void CLibeditEnd(EditLine *);

void CLibeditSetClientData(EditLine *, void *);
void *CLibeditClientData(EditLine *);
/// `escape` stands before and after each sequence in the prompt that takes no room.
void CLibeditSetPrompt(EditLine *, CLibeditPrompt, char escape);
void CLibeditSetCharacterReader(EditLine *, CLibeditCharacterReader);
void CLibeditAddFunction(EditLine *, const char *name, const char *summary, CLibeditFunction);
/// Binds a key to a function in the insert map, or in vi's command map.
void CLibeditBind(EditLine *, int commandMap, const char *key, const char *function);
void CLibeditSetEditor(EditLine *, const char *emacsOrVi);
/// Whether the user's settings chose vi's keys.
int CLibeditIsVi(EditLine *);
/// While a line is edited, Ctrl-C, Ctrl-Z and Ctrl-\ arrive as keys.
void CLibeditKeysInsteadOfSignals(EditLine *);
/// Draws prompt and line anew, as if the cursor stood where the prompt begins.
void CLibeditRedraw(EditLine *);
/// Raw mode on or off.
void CLibeditPrepareTerminal(EditLine *, int on);

/// A history in memory, for libedit's own search.
HistoryW *CLibeditHistoryNew(int size);
void CLibeditUseHistory(EditLine *, HistoryW *);
void CLibeditHistoryEnter(HistoryW *, const wchar_t *);

/// The locale's character type from the environment, or C.UTF-8 where that is not UTF-8.
void CLibeditUseUTF8Locale(void);
/// Columns that libedit gives a character: 0 for marks, -1 for controls.
int CLibeditWidth(wchar_t);
#endif
