#include "LedeModels.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "names.model"
};

LedeModel LedeModelNames(void) { return (LedeModel){bytes, sizeof bytes}; }
