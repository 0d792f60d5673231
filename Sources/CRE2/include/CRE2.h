// RE2 behind the few functions that Swift calls. Linear time in the text, whatever the pattern.
#ifndef CRE2_H
#define CRE2_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CRE2Pattern CRE2Pattern;

/// A byte range of the text; start is -1 where a group took no part.
typedef struct {
  int64_t start;
  int64_t end;
} CRE2Range;

/// Compiles a pattern. The caller frees it with CRE2Free, also where it is not valid.
CRE2Pattern *CRE2Compile(const char *pattern, size_t length, bool caseSensitive, int64_t memory);
void CRE2Free(CRE2Pattern *pattern);
/// What is wrong with the pattern (UTF-8, ended by a zero byte), or NULL where it is valid.
const char *CRE2Error(const CRE2Pattern *pattern);
int CRE2GroupCount(const CRE2Pattern *pattern);
/// The number of the group with that name (UTF-8, ended by a zero byte), or -1.
int CRE2GroupNumber(const CRE2Pattern *pattern, const char *name);
/// Looks for the first match in text[start..<end]; ranges[0] is the whole match, then the groups.
bool CRE2Match(
  const CRE2Pattern *pattern, const char *text, size_t length, size_t start, size_t end,
  bool anchored, CRE2Range *ranges, int rangeCount);

/// The first place of needle[0..<needleLength] in text[0..<length], or -1: memmem, which Glibc keeps
/// from Swift. Linear time.
int64_t CRE2FindBytes(
  const void *text, size_t length, const void *needle, size_t needleLength);

#ifdef __cplusplus
}
#endif
#endif
