// The weights of the analysis, as they stand in the program; one model file a component.
#ifndef LEDE_MODELS_H
#define LEDE_MODELS_H
#include <stddef.h>

/// The bytes of a model file; they live as long as the program does.
typedef struct {
  const void *start;
  size_t count;
} LedeModel;

/// Has the memory at `place` brought near before it is read.
static inline void LedePrefetch(const void *place) { __builtin_prefetch(place); }

/// Tags and lemmas.
LedeModel LedeModelTags(void);

/// Heads and relations.
LedeModel LedeModelTrees(void);

/// Who said what.
LedeModel LedeModelAttribution(void);

/// Names, with the gazetteer.
LedeModel LedeModelNames(void);

#endif
