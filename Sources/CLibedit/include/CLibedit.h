// libedit behind fixed functions: Swift cannot call el_set, el_get and history, which are variadic.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H
#include <histedit.h>
#endif
