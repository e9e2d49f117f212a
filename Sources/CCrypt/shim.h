#ifndef CCRYPT_SHIM_H
#define CCRYPT_SHIM_H

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

/// Hashes a phrase as a setting (or an earlier hash) says.
///
/// `crypt_data` is far larger than what Swift imports of a C array, and more than a small stack holds.
///
/// Returns 0, or -1 when the setting is not known or the result does not fit.
static inline int ccrypt_hash(
    const char *phrase, const char *setting, char *result, size_t capacity) {
    struct crypt_data *data = calloc(1, sizeof(struct crypt_data));
    if (data == NULL) { return -1; }
    const char *hash = crypt_r(phrase, setting, data);
    int status = -1;
    // A failure is told by NULL, or by a text that begins with a star.
    if (hash != NULL && hash[0] != '*' && strlen(hash) < capacity) {
        strcpy(result, hash);
        status = 0;
    }
    free(data);
    return status;
}

#endif
