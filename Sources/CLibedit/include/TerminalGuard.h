// The terminal is given back as it was found, whatever ends the program, and signals become bytes
// in a pipe that the editor waits on beside the keyboard.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

/// Remembers the terminal's settings and installs the handlers. Call once, before editing.
void TerminalGuardInstall(int input, int output);
/// Gives the handlers of before back.
void TerminalGuardRemove(void);
/// While editing: bracketed paste is on, and ending the program also turns it off and ends the line.
void TerminalGuardSetEditing(int editing);
/// The terminal's settings as they were found, bracketed paste off.
void TerminalGuardRestore(void);

/// Readable when a signal came: 'W' the window changed, 'C' the program continues after a stop,
/// 'Z' it is asked to stop.
int TerminalGuardWakeDescriptor(void);
/// Stops the program as Ctrl-Z does; returns when it continues.
void TerminalGuardStop(void);

/// From now on an interrupt (Ctrl-C, SIGINT) is counted and written as a byte to the descriptor of
/// TerminalGuardInterruptDescriptor; two within two seconds end the program with exit code 130.
void TerminalGuardBeginRun(void);
void TerminalGuardEndRun(void);
int TerminalGuardInterruptDescriptor(void);
/// Interrupts since the last TerminalGuardBeginRun, or since they were last taken outside a run.
int TerminalGuardInterruptCount(void);
void TerminalGuardClearInterrupts(void);

/// The size of the terminal; 0 where there is none.
int TerminalGuardSize(int descriptor, int *rows, int *columns);
#endif
