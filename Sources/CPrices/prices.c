#include "prices.h"

// Swift takes seconds to compile as many bytes as an array's literal, `#embed` (C23) none.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char anthropic[] = {
#embed "vendors/anthropic.json"
};
static const unsigned char azure[] = {
#embed "vendors/azure.json"
};
static const unsigned char deepseek[] = {
#embed "vendors/deepseek.json"
};
static const unsigned char gemini[] = {
#embed "vendors/gemini.json"
};
static const unsigned char groq[] = {
#embed "vendors/groq.json"
};
static const unsigned char mistral[] = {
#embed "vendors/mistral.json"
};
static const unsigned char openai[] = {
#embed "vendors/openai.json"
};
static const unsigned char openrouter[] = {
#embed "vendors/openrouter.json"
};
static const unsigned char together[] = {
#embed "vendors/together.json"
};
static const unsigned char xai[] = {
#embed "vendors/xai.json"
};

#define DOCUMENT(name) {name, sizeof name}

static const struct cprices_document documents[] = {
    DOCUMENT(anthropic),
    DOCUMENT(azure),
    DOCUMENT(deepseek),
    DOCUMENT(gemini),
    DOCUMENT(groq),
    DOCUMENT(mistral),
    DOCUMENT(openai),
    DOCUMENT(openrouter),
    DOCUMENT(together),
    DOCUMENT(xai),
};

struct cprices_document cprices_document(size_t index) {
    static const struct cprices_document none = {NULL, 0};
    return index < sizeof documents / sizeof *documents ? documents[index] : none;
}
