#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Everything a handler touches is plain memory set before handlers are installed, or sig_atomic_t.
static struct termios savedSettings;
static int hasSavedSettings;
static int terminalInput = -1;
static int terminalOutput = -1;
static volatile sig_atomic_t isEditing;
static volatile sig_atomic_t isRunning;
static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t isInstalled;
static struct timespec lastInterrupt;
static int wakePipe[2] = {-1, -1};
static int interruptPipe[2] = {-1, -1};
static pid_t owner;

static const int fatalSignals[] = {SIGTERM, SIGHUP,  SIGQUIT, SIGSEGV, SIGBUS, SIGILL,
                                   SIGABRT, SIGFPE,  SIGTRAP, SIGSYS,  SIGXCPU};
enum { fatalCount = sizeof fatalSignals / sizeof fatalSignals[0] };
static struct sigaction previousFatal[fatalCount];
static const int otherSignals[] = {SIGINT, SIGWINCH, SIGCONT, SIGTSTP};
enum { otherCount = sizeof otherSignals / sizeof otherSignals[0] };
static struct sigaction previousOther[otherCount];

static void writeAll(int descriptor, const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

void TerminalGuardRestore(void) {
  if (!isInstalled || getpid() != owner) return;
  // Setting a terminal from the background would stop the program.
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  if (isEditing) {
    static const char end[] = "\033[?2004l\r\n";
    writeAll(terminalOutput, end, sizeof end - 1);
    isEditing = 0;
  }
  if (hasSavedSettings) tcsetattr(terminalInput, TCSADRAIN, &savedSettings);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

static void handleFatal(int signal) {
  int saved = errno;
  TerminalGuardRestore();
  for (int i = 0; i < fatalCount; i++) {
    if (fatalSignals[i] == signal) sigaction(signal, &previousFatal[i], NULL);
  }
  // Swift's own handler would open a dialogue on the terminal; who asks to quit wants no dialogue.
  if (signal == SIGQUIT) {
    struct sigaction byDefault = {.sa_handler = SIG_DFL};
    sigaction(signal, &byDefault, NULL);
  }
  errno = saved;
  // Blocked until this handler returns, then taken as before the guard: a fault happens again by
  // itself, too.
  raise(signal);
}

static void handleInterrupt(int signal) {
  (void)signal;
  int saved = errno;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (isRunning && interrupts > 0) {
    double apart = (double)(now.tv_sec - lastInterrupt.tv_sec)
      + (double)(now.tv_nsec - lastInterrupt.tv_nsec) / 1e9;
    if (apart < 2.0) {
      TerminalGuardRestore();
      _exit(130);
    }
  }
  lastInterrupt = now;
  interrupts = interrupts + 1;
  char byte = 'I';
  if (isRunning) {
    writeAll(interruptPipe[1], &byte, 1);
  } else {
    writeAll(wakePipe[1], &byte, 1);
  }
  errno = saved;
}

static void stop(pid_t target) {
  struct sigaction byDefault = {.sa_handler = SIG_DFL}, ours;
  sigset_t unblocked, before;
  sigaction(SIGTSTP, &byDefault, &ours);
  kill(target, SIGTSTP);
  sigemptyset(&unblocked);
  sigaddset(&unblocked, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &unblocked, &before);
  // Stopped here, until the program is continued.
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &ours, NULL);
}

static void handleOther(int signal) {
  int saved = errno;
  if (signal == SIGTSTP && !isEditing) {
    // Nothing of the terminal is changed while a query runs: stop as programs do.
    stop(getpid());
    errno = saved;
    return;
  }
  char byte = signal == SIGWINCH ? 'W' : signal == SIGCONT ? 'C' : 'Z';
  if (isEditing) writeAll(wakePipe[1], &byte, 1);
  errno = saved;
}

static void openPipe(int ends[2]) {
  if (ends[0] >= 0) return;
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) ends[0] = ends[1] = -1;
}

void TerminalGuardInstall(int input, int output) {
  if (isInstalled) return;
  owner = getpid();
  terminalInput = input;
  terminalOutput = output;
  hasSavedSettings = tcgetattr(input, &savedSettings) == 0;
  openPipe(wakePipe);
  openPipe(interruptPipe);
  isInstalled = 1;
  // A stack that overflowed leaves no room for a handler.
  static char handlerStack[1 << 16];
  stack_t stack = {.ss_sp = handlerStack, .ss_size = sizeof handlerStack};
  int hasStack = sigaltstack(&stack, NULL) == 0;
  struct sigaction action = {.sa_handler = handleFatal, .sa_flags = hasStack ? SA_ONSTACK : 0};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatalCount; i++) {
    sigaction(fatalSignals[i], NULL, &previousFatal[i]);
    // A program started by nohup stays deaf to SIGHUP.
    if (previousFatal[i].sa_handler == SIG_IGN) continue;
    sigaction(fatalSignals[i], &action, NULL);
  }
  for (int i = 0; i < otherCount; i++) {
    struct sigaction other = {.sa_handler = handleOther, .sa_flags = SA_RESTART};
    sigemptyset(&other.sa_mask);
    if (otherSignals[i] == SIGINT) {
      // No restart: a read of a plain line ends with it.
      other.sa_handler = handleInterrupt;
      other.sa_flags = 0;
    }
    sigaction(otherSignals[i], NULL, &previousOther[i]);
    if (otherSignals[i] == SIGTSTP && previousOther[i].sa_handler == SIG_IGN) continue;
    sigaction(otherSignals[i], &other, NULL);
  }
}

void TerminalGuardRemove(void) {
  if (!isInstalled) return;
  TerminalGuardRestore();
  for (int i = 0; i < fatalCount; i++) sigaction(fatalSignals[i], &previousFatal[i], NULL);
  for (int i = 0; i < otherCount; i++) sigaction(otherSignals[i], &previousOther[i], NULL);
  isInstalled = 0;
}

void TerminalGuardSetEditing(int editing) {
  static const char on[] = "\033[?2004h";
  static const char off[] = "\033[?2004l";
  if (editing) {
    isEditing = 1;
    writeAll(terminalOutput, on, sizeof on - 1);
  } else {
    if (isEditing) writeAll(terminalOutput, off, sizeof off - 1);
    isEditing = 0;
  }
}

int TerminalGuardWakeDescriptor(void) { return wakePipe[0]; }

void TerminalGuardStop(void) {
  stop(0);  // the whole job, as the terminal would
}

void TerminalGuardBeginRun(void) {
  // An interrupt since the last line was read counts: it was meant for this run.
  char bytes[64];
  while (interruptPipe[0] >= 0 && read(interruptPipe[0], bytes, sizeof bytes) > 0) {
  }
  isRunning = 1;
}

void TerminalGuardEndRun(void) { isRunning = 0; }

int TerminalGuardInterruptDescriptor(void) { return interruptPipe[0]; }

int TerminalGuardInterruptCount(void) { return interrupts; }

void TerminalGuardClearInterrupts(void) {
  interrupts = 0;
  char bytes[64];
  while (wakePipe[0] >= 0 && read(wakePipe[0], bytes, sizeof bytes) > 0) {
  }
}

int TerminalGuardSize(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 1;
}
