// A child process with a pseudo-terminal of its own as controlling terminal, for tests.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H
#include <sys/types.h>

/// Starts arguments[0] with the environment given, in a terminal of that size.
/// Returns the process id and stores the master's descriptor, or returns -1 and sets errno.
pid_t CPseudoTerminalSpawn(
  char *const arguments[], char *const environment[], int rows, int columns, int *master);
/// Tells the terminal's new size to its foreground processes.
int CPseudoTerminalResize(int master, int rows, int columns);
#endif
