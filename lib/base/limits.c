#include "base/limits.h"

#include <assert.h>

#include "extradition.h"

#define X(id, word, value) static_assert((int)LIMIT_##id == (int)EXD_LIMIT_##id, "the public enum has the same order: " word);
LIMIT_LIST(X)
#undef X

static const uint64_t defaults[LIMIT_COUNT] = {
#define X(id, word, value) [LIMIT_##id] = value,
    LIMIT_LIST(X)
#undef X
};

static const char *const words[LIMIT_COUNT] = {
#define X(id, word, value) [LIMIT_##id] = word,
    LIMIT_LIST(X)
#undef X
};

struct limits limits_default(void)
{
    struct limits limits;
    for (int i = 0; i < LIMIT_COUNT; i++)
        limits.value[i] = defaults[i];
    return limits;
}

const char *limit_word(enum limit limit)
{
    return (unsigned)limit < LIMIT_COUNT ? words[limit] : "";
}

uint64_t exd_limit_default(exd_limit limit)
{
    return (unsigned)limit < LIMIT_COUNT ? defaults[limit] : 0;
}

const char *exd_limit_name(exd_limit limit)
{
    return (unsigned)limit < LIMIT_COUNT ? words[limit] : "";
}

const char *exd_status_name(exd_status status)
{
    switch (status) {
    case EXD_OK:
        return "ok";
    case EXD_ERROR_MEMORY:
        return "memory";
    case EXD_ERROR_ARGUMENT:
        return "argument";
    case EXD_ERROR_INPUT:
        return "input";
    case EXD_ERROR_IO:
        return "io";
    case EXD_ERROR_LIMIT:
        return "limit";
    }
    return "";
}
