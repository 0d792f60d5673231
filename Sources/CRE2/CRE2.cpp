#include "CRE2.h"

#include <re2/re2.h>
#include <string.h>

#include <vector>

struct CRE2Pattern {
  RE2 regex;
  CRE2Pattern(const re2::StringPiece &pattern, const RE2::Options &options)
      : regex(pattern, options) {}
};

extern "C" {

CRE2Pattern *CRE2Compile(const char *pattern, size_t length, bool caseSensitive, int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(caseSensitive);
  if (memory > 0) options.set_max_mem(memory);
  return new CRE2Pattern(re2::StringPiece(pattern, length), options);
}

void CRE2Free(CRE2Pattern *pattern) { delete pattern; }

const char *CRE2Error(const CRE2Pattern *pattern) {
  return pattern->regex.ok() ? nullptr : pattern->regex.error().c_str();
}

int CRE2GroupCount(const CRE2Pattern *pattern) {
  return pattern->regex.NumberOfCapturingGroups();
}

int CRE2GroupNumber(const CRE2Pattern *pattern, const char *name) {
  const auto &groups = pattern->regex.NamedCapturingGroups();
  const auto found = groups.find(name);
  return found == groups.end() ? -1 : found->second;
}

bool CRE2Match(
  const CRE2Pattern *pattern, const char *text, size_t length, size_t start, size_t end,
  bool anchored, CRE2Range *ranges, int rangeCount) {
  re2::StringPiece few[8];
  std::vector<re2::StringPiece> many;
  re2::StringPiece *groups = few;
  if (rangeCount > 8) {
    many.resize(rangeCount);
    groups = many.data();
  }
  const bool found = pattern->regex.Match(
    re2::StringPiece(text, length), start, end,
    anchored ? RE2::ANCHOR_START : RE2::UNANCHORED, groups, rangeCount);
  if (!found) return false;
  for (int i = 0; i < rangeCount; i++) {
    if (groups[i].data() == nullptr) {
      ranges[i] = {-1, -1};
    } else {
      const int64_t from = groups[i].data() - text;
      ranges[i] = {from, from + static_cast<int64_t>(groups[i].size())};
    }
  }
  return true;
}

int64_t CRE2FindBytes(
  const void *text, size_t length, const void *needle, size_t needleLength) {
  const void *hit = memmem(text, length, needle, needleLength);
  return hit == nullptr ? -1 : static_cast<const char *>(hit) - static_cast<const char *>(text);
}

}  // extern "C"
