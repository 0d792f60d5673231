#include "LedeModels.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "trees.model"
};

LedeModel LedeModelTrees(void) { return (LedeModel){bytes, sizeof bytes}; }
