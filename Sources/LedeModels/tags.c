#include "LedeModels.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "tags.model"
};

LedeModel LedeModelTags(void) { return (LedeModel){bytes, sizeof bytes}; }
