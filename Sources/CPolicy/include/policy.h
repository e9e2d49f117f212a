#ifndef CPOLICY_POLICY_H
#define CPOLICY_POLICY_H

#include <stddef.h>

// The policy that is shipped, as `podium train` writes it, and its length.
extern const unsigned char *const cpolicy_bytes;
extern const size_t cpolicy_count;

#endif
