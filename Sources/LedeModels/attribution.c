#include "LedeModels.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "attribution.model"
};

LedeModel LedeModelAttribution(void) { return (LedeModel){bytes, sizeof bytes}; }
