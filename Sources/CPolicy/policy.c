#include "policy.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "gym.policy"
};

const unsigned char *const cpolicy_bytes = bytes;
const size_t cpolicy_count = sizeof bytes;
