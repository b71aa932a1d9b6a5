#include "base/diag.h"

#include <assert.h>
#include <string.h>

#include "base/excerpt.h"
#include "extradition.h"

enum { MESSAGE_COLUMNS = 500, HELP_COLUMNS = 1000, FILE_NAME_COLUMNS = 1000 };

struct diagnostic {
    enum diag_code code;
    uint32_t line;
    uint32_t column;
    const char *file;
    const char *message;
    const char *help;
    const char *text;
};

struct exd_diagnostics {
    struct memory memory;
    struct arena arena; /* the texts */
    struct diagnostic *items;
    size_t count;
    size_t capacity;
    size_t error_count;
};

static exd_severity severity_of(enum diag_code code)
{
    if (code == DIAG_UNUSED_DEFINITION || code == DIAG_STALE_TRANSLATION)
        return EXD_SEVERITY_WARNING;
    if (code == DIAG_LEFT_OUT)
        return EXD_SEVERITY_NOTE;
    return EXD_SEVERITY_ERROR;
}

static_assert(DIAG_UNUSED_DEFINITION == 223 && DIAG_STALE_TRANSLATION == 226 && DIAG_LEFT_OUT == 901,
              "the words below carry these numbers");

const char *diag_code_word(enum diag_code code)
{
    if (code == DIAG_UNUSED_DEFINITION)
        return "W223";
    if (code == DIAG_STALE_TRANSLATION)
        return "W226";
    if (code == DIAG_LEFT_OUT)
        return "N901";
    switch (code) {
#define X(id, number, meaning)                                                                                                             \
    case DIAG_##id:                                                                                                                        \
        return "E" #number;
        DIAG_CODE_LIST(X)
#undef X
    }
    return "";
}

exd_diagnostics *exd_diagnostics_new(void)
{
    return diag_list_new(memory_default());
}

struct exd_diagnostics *diag_list_new(struct memory memory)
{
    exd_diagnostics *list = memory_new(memory, sizeof *list);
    if (!list)
        return NULL;
    list->memory = memory;
    arena_init(&list->arena, memory);
    return list;
}

void exd_diagnostics_free(exd_diagnostics *list)
{
    if (!list)
        return;
    arena_free(&list->arena);
    memory_free(list->memory, list->items, list->capacity * sizeof *list->items);
    memory_free(list->memory, list, sizeof *list);
}

void exd_diagnostics_clear(exd_diagnostics *list)
{
    if (!list)
        return;
    arena_reset(&list->arena);
    list->count = 0;
    list->error_count = 0;
}

size_t exd_diagnostics_count(const exd_diagnostics *list)
{
    return list ? list->count : 0;
}

size_t exd_diagnostics_error_count(const exd_diagnostics *list)
{
    return list ? list->error_count : 0;
}

/* What stands at an index that is out of range: nothing, rather than a crash in a caller's loop. */
static const struct diagnostic *at(const exd_diagnostics *list, size_t index)
{
    static const struct diagnostic none = {.code = DIAG_LEFT_OUT, .file = "", .message = "", .help = "", .text = ""};
    return list && index < list->count ? &list->items[index] : &none;
}

exd_severity exd_diagnostics_severity(const exd_diagnostics *list, size_t index)
{
    return severity_of(at(list, index)->code);
}

const char *exd_diagnostics_code(const exd_diagnostics *list, size_t index)
{
    return diag_code_word(at(list, index)->code);
}

const char *exd_diagnostics_file(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->file;
}

uint32_t exd_diagnostics_line(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->line;
}

uint32_t exd_diagnostics_column(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->column;
}

const char *exd_diagnostics_message(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->message;
}

const char *exd_diagnostics_help(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->help;
}

const char *exd_diagnostics_text(const exd_diagnostics *list, size_t index)
{
    return at(list, index)->text;
}

void diag_init(struct diag *diag, struct exd_diagnostics *list, uint64_t limit)
{
    *diag = (struct diag){.list = list, .limit = limit};
    diag_begin_file(diag);
}

void diag_begin_file(struct diag *diag)
{
    diag->errors = 0;
    diag->shown = 0;
    diag->first = exd_diagnostics_count(diag->list);
}

struct memory diag_memory(const struct diag *diag)
{
    return diag->list ? diag->list->memory : memory_default();
}

static bool is_known(const struct diag *diag, const struct diagnostic *new)
{
    const struct exd_diagnostics *list = diag->list;
    for (size_t i = diag->first; i < list->count; i++) {
        const struct diagnostic *old = &list->items[i];
        if (old->code == new->code && old->line == new->line && old->column == new->column &&strcmp(old->file, new->file) == 0 &&
            strcmp(old->message, new->message) == 0)
            return true;
    }
    return false;
}

/* The buffer's content as a string that lives as long as the list; NULL when memory ran out here or before. The buffer is emptied. */
static const char *keep(struct exd_diagnostics *list, struct buffer *buffer)
{
    const char *copy = buffer->failed ? NULL : arena_copy(&list->arena, buffer_view(buffer).data, buffer->length);
    buffer->length = 0;
    return copy;
}

static void write_whole(struct buffer *buffer, const struct diagnostic *diagnostic, struct place place)
{
    static const char *const severities[] = {
        [EXD_SEVERITY_ERROR] = "error", [EXD_SEVERITY_WARNING] = "warning", [EXD_SEVERITY_NOTE] = "note"};
    if (*diagnostic->file)
        buffer_format(buffer, "%s:", diagnostic->file);
    if (diagnostic->line)
        buffer_format(buffer, "%u:%u:", (unsigned)diagnostic->line, (unsigned)diagnostic->column);
    if (buffer->length)
        buffer_char(buffer, ' ');
    buffer_format(buffer, "%s[%s]: %s\n", severities[severity_of(diagnostic->code)], diag_code_word(diagnostic->code), diagnostic->message);
    excerpt_write(buffer, place);
    if (*diagnostic->help)
        buffer_format(buffer, "   help: %s\n", diagnostic->help);
}

/* Fills the texts of `diagnostic`; false when memory ran out. */
static bool render(struct exd_diagnostics *list, struct diagnostic *diagnostic, struct place place, struct text help, struct text message)
{
    struct buffer buffer;
    buffer_init(&buffer, list->memory);
    if (place.lines)
        excerpt_write_visible(&buffer, place.lines->name, FILE_NAME_COLUMNS);
    diagnostic->file = keep(list, &buffer);
    excerpt_write_visible(&buffer, message, MESSAGE_COLUMNS);
    diagnostic->message = keep(list, &buffer);
    excerpt_write_visible(&buffer, help, HELP_COLUMNS);
    diagnostic->help = keep(list, &buffer);
    if (diagnostic->file && diagnostic->message && diagnostic->help) {
        write_whole(&buffer, diagnostic, place);
        diagnostic->text = keep(list, &buffer);
    }
    buffer_free(&buffer);
    return diagnostic->text != NULL;
}

static void count_error(struct diag *diag, enum diag_code code)
{
    if (severity_of(code) != EXD_SEVERITY_ERROR)
        return;
    diag->errors++;
    diag->total_errors++;
}

/* False when memory ran out. */
static bool add(struct diag *diag, enum diag_code code, struct place place, struct text help, struct text message)
{
    struct exd_diagnostics *list = diag->list;
    if (place.line == 0)
        place.column = 0;
    struct diagnostic diagnostic = {.code = code, .line = place.line, .column = place.column};
    void *items = list->items;
    if (!memory_grow(list->memory, &items, &list->capacity, list->count, sizeof *list->items))
        return false;
    list->items = items;
    if (!render(list, &diagnostic, place, help, message))
        return false;
    if (is_known(diag, &diagnostic)) {
        count_error(diag, code);
        return true;
    }
    list->items[list->count++] = diagnostic;
    diag->shown++;
    if (severity_of(code) == EXD_SEVERITY_ERROR)
        list->error_count++;
    count_error(diag, code);
    return true;
}

bool diag_is_full(const struct diag *diag)
{
    return !diag->list || diag->shown >= diag->limit;
}

static void add_list(struct diag *diag, enum diag_code code, struct place place, struct text help, const char *format, va_list arguments)
{
    if (!diag->list || diag->shown > diag->limit) {
        count_error(diag, code);
        return;
    }
    if (diag->shown == diag->limit) {
        count_error(diag, code);
        place.line = 0;
        if (!add(diag, DIAG_LEFT_OUT, place, TEXT(""), TEXT("further errors in this file are left out")))
            diag->out_of_memory = true;
        return;
    }
    struct buffer message;
    buffer_init(&message, diag->list->memory);
    buffer_format_list(&message, format, arguments);
    if (message.failed || !add(diag, code, place, help, buffer_view(&message))) {
        diag->out_of_memory = true;
        count_error(diag, code);
    }
    buffer_free(&message);
}

void diag_add(struct diag *diag, enum diag_code code, struct place place, const char *help, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_list(diag, code, place, text_of(help), format, arguments);
    va_end(arguments);
}

void diag_add_help(struct diag *diag, enum diag_code code, struct place place, struct text help, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_list(diag, code, place, help, format, arguments);
    va_end(arguments);
}
