#ifndef CPRICES_PRICES_H
#define CPRICES_PRICES_H

#include <stddef.h>

struct cprices_document {
    const unsigned char *bytes;
    size_t count;
};

// The documents of `vendors/`, by the order of their names. Past the last one `bytes` is null.
struct cprices_document cprices_document(size_t index);

#endif
