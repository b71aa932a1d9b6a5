#define _POSIX_C_SOURCE 200809L

#include "source/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/excerpt.h"
#include "support.h"
#include "unit.h"

static const struct {
    const char *name, *bytes;
    size_t length;
    exd_status status;
    const char *want; /* the diagnostics */
} contents[] = {
    {"plain", "a: 1\n", 5, EXD_OK, ""},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "a",
     4, EXD_OK, ""},
    {"empty", "", 0, EXD_ERROR_INPUT, "x.yaml: error[E103]: the file is empty\n"},
    {"byte order mark alone", "\xEF\xBB\xBF", 3, EXD_ERROR_INPUT, "x.yaml: error[E103]: the file is empty\n"},
    {"NUL", "a\0b", 3, EXD_ERROR_INPUT, "x.yaml: error[E104]: the file is not text: it has a NUL byte\n"},
    {"UTF-16",
     "\xFF\xFE"
     "a\0",
     4, EXD_ERROR_INPUT, "x.yaml: error[E104]: the file is in UTF-16, not in UTF-8\n   help: save it as UTF-8\n"},
    {"UTF-16, big end first", "\xFE\xFF\0a", 4, EXD_ERROR_INPUT,
     "x.yaml: error[E104]: the file is in UTF-16, not in UTF-8\n   help: save it as UTF-8\n"},
    {"not UTF-8", "a: \xC3\xA9\nb: caf\xE9\n", 14, EXD_ERROR_INPUT,
     "x.yaml:2:7: error[E104]: a byte is not UTF-8 text\n    2 | b: caf\xEF\xBF\xBD\n      |       ^\n   help: save the file as UTF-8\n"},
    {"twenty bytes", "12345678901234567890", 20, EXD_OK, ""},
    {"twenty-one bytes", "123456789012345678901", 21, EXD_ERROR_LIMIT,
     "x.yaml: error[E102]: the file is larger than 20 bytes\n   help: raise the limit `file-bytes`\n"},
};

START_TEST(content_is_checked)
{
    struct bench bench;
    struct lines *lines = NULL;
    bench_open(&bench, SIZE_MAX);
    bench.limits.value[LIMIT_FILE_BYTES] = 20;
    exd_status status =
        file_from_buffer(&bench.arena, "x.yaml", contents[_i].bytes, contents[_i].length, &bench.limits, &bench.diag, &lines);
    ck_assert_msg(status == contents[_i].status, "%s", contents[_i].name);
    ck_assert_msg((lines != NULL) == (status == EXD_OK), "%s", contents[_i].name);
    ck_assert_msg(strcmp(bench_text(&bench), contents[_i].want) == 0, "%s:\n%s", contents[_i].name, bench_text(&bench));
    bench_close(&bench);
}
END_TEST

START_TEST(lines_end_where_libyaml_ends_them)
{
    struct bench bench;
    struct lines *lines;
    static const char bytes[] = "one\ntwo\r\nthree\rfour\xC2\x85"
                                "five\xE2\x80\xA8six\xE2\x80\xA9seven, a longer line\n\n";
    static const char *const want[] = {"one", "two", "three", "four", "five", "six", "seven, a longer line", "", ""};
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(file_from_buffer(&bench.arena, "x", bytes, sizeof bytes - 1, &bench.limits, &bench.diag, &lines), EXD_OK);
    for (uint32_t i = 0; i < 9; i++)
        ck_assert(text_is(excerpt_line(lines, i + 1), want[i]));
    ck_assert(text_is(excerpt_line(lines, 0), ""));
    ck_assert(text_is(excerpt_line(lines, 10), ""));
    bench_close(&bench);
}
END_TEST

START_TEST(place_of_a_byte_counts_characters)
{
    struct bench bench;
    struct lines *lines;
    static const char bytes[] = "a\n\xC3\xA9\xC3\xA9x\n";
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(file_from_buffer(&bench.arena, "x", bytes, sizeof bytes - 1, &bench.limits, &bench.diag, &lines), EXD_OK);
    struct place place = file_place(lines, 6, 1);
    ck_assert(place.line == 2 && place.column == 3 && place.length == 1);
    place = file_place(lines, 0, 1);
    ck_assert(place.line == 1 && place.column == 1);
    place = file_place(lines, 99, 1);
    ck_assert_uint_eq(place.line, 3);
    bench_close(&bench);
}
END_TEST

/* ---- on disk ---- */

static char directory[64];

static void make_directory(void)
{
    strcpy(directory, "/tmp/exd-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
}

static const char *path_of(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return path;
}

static void write_file(const char *name, size_t size)
{
    FILE *file = fopen(path_of(name), "w");
    ck_assert_ptr_nonnull(file);
    for (size_t i = 0; i < size; i++)
        fputc(i % 10 == 9 ? '\n' : 'a', file);
    fclose(file);
}

static void make_folder(const char *name)
{
    ck_assert_int_eq(mkdir(path_of(name), 0700), 0);
}

static void remove_directory(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", directory);
    ck_assert_int_eq(system(command), 0);
}

START_TEST(files_are_read_whole)
{
    static const size_t sizes[] = {1, 4095, 65536, 300000};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct bench bench;
        struct lines *lines;
        bench_open(&bench, SIZE_MAX);
        write_file("a.yaml", sizes[i]);
        ck_assert_int_eq(file_read(&bench.arena, path_of("a.yaml"), &bench.limits, &bench.diag, &lines), EXD_OK);
        ck_assert_uint_eq(lines->bytes.length, sizes[i]);
        ck_assert(text_is(lines->name, path_of("a.yaml")));
        bench.limits.value[LIMIT_FILE_BYTES] = sizes[i] - 1;
        ck_assert_int_eq(file_read(&bench.arena, path_of("a.yaml"), &bench.limits, &bench.diag, &lines), EXD_ERROR_LIMIT);
        bench_close(&bench);
    }
}
END_TEST

START_TEST(what_is_no_file_is_said)
{
    struct bench bench;
    struct lines *lines;
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(file_read(&bench.arena, "none.yaml", &bench.limits, &bench.diag, &lines), EXD_ERROR_IO);
    ck_assert_int_eq(file_read(&bench.arena, "/", &bench.limits, &bench.diag, &lines), EXD_ERROR_IO);
    ck_assert_int_eq(file_read(&bench.arena, "/dev/null", &bench.limits, &bench.diag, &lines), EXD_ERROR_INPUT);
    ck_assert_str_eq(bench_text(&bench), "none.yaml: error[E101]: cannot be read: no such file or directory\n"
                                         "/: error[E101]: cannot be read: it is a directory\n"
                                         "/dev/null: error[E103]: the file is empty\n");
    bench_close(&bench);
}
END_TEST

START_TEST(what_never_ends_meets_the_limit)
{
    struct bench bench;
    struct lines *lines;
    bench_open(&bench, SIZE_MAX);
    bench.limits.value[LIMIT_FILE_BYTES] = 200000;
    ck_assert_int_eq(file_read(&bench.arena, "/dev/zero", &bench.limits, &bench.diag, &lines), EXD_ERROR_LIMIT);
    bench_close(&bench);
}
END_TEST

START_TEST(pipe_is_read_to_its_end)
{
    struct bench bench;
    struct lines *lines;
    ck_assert_int_eq(mkfifo(path_of("pipe"), 0600), 0);
    pid_t writer = fork();
    ck_assert_int_ge(writer, 0);
    if (writer == 0) {
        FILE *pipe = fopen(path_of("pipe"), "w");
        for (int i = 0; pipe && i < 20000; i++)
            fputs("- 1234567\n", pipe);
        if (pipe)
            fclose(pipe);
        _exit(0);
    }
    bench_open(&bench, SIZE_MAX);
    ck_assert_int_eq(file_read(&bench.arena, path_of("pipe"), &bench.limits, &bench.diag, &lines), EXD_OK);
    ck_assert_uint_eq(lines->bytes.length, 200000);
    bench_close(&bench);
}
END_TEST

START_TEST(directory_is_listed_in_order)
{
    struct bench bench;
    const char **paths;
    size_t count;
    bench_open(&bench, SIZE_MAX);
    make_folder("b");
    make_folder("b/c");
    make_folder(".hidden");
    write_file("z.yaml", 1);
    write_file("a.yaml", 1);
    write_file("b/c/m.yaml", 1);
    write_file("b/k.yaml", 1);
    write_file("b/k.yml", 1);
    write_file(".a.yaml", 1);
    write_file(".hidden/x.yaml", 1);
    write_file("readme.md", 1);
    ck_assert_int_eq(symlink("..", path_of("b/loop")), 0);
    ck_assert_int_eq(symlink("a.yaml", path_of("link.yaml")), 0);
    ck_assert_int_eq(symlink("b", path_of("folder.yaml")), 0);
    ck_assert_int_eq(file_list(&bench.arena, directory, &bench.limits, &bench.diag, &paths, &count), EXD_OK);
    static const char *const want[] = {"a.yaml", "link.yaml", "z.yaml", "b/k.yaml", "b/c/m.yaml"};
    ck_assert_uint_eq(count, 5);
    for (size_t i = 0; i < 5; i++)
        ck_assert_str_eq(paths[i], path_of(want[i]));
    bench.limits.value[LIMIT_FILES] = 4;
    ck_assert_int_eq(file_list(&bench.arena, directory, &bench.limits, &bench.diag, &paths, &count), EXD_ERROR_LIMIT);
    ck_assert_ptr_nonnull(strstr(bench_text(&bench), "error[E112]: there are more than 4 files\n"));
    bench_close(&bench);
}
END_TEST

START_TEST(directories_have_a_depth)
{
    struct bench bench;
    const char **paths;
    size_t count;
    char name[64] = "d";
    bench_open(&bench, SIZE_MAX);
    for (int depth = 2; depth <= 9; depth++) {
        exd_status status = file_list(&bench.arena, directory, &bench.limits, &bench.diag, &paths, &count);
        ck_assert_int_eq(status, EXD_OK);
        make_folder(name);
        strcat(name, "/d");
    }
    ck_assert_int_eq(file_list(&bench.arena, directory, &bench.limits, &bench.diag, &paths, &count), EXD_ERROR_LIMIT);
    ck_assert_ptr_nonnull(strstr(bench_text(&bench), "error[E106]: directories are nested more than 8 deep\n"));
    ck_assert_int_eq(file_list(&bench.arena, path_of("none"), &bench.limits, &bench.diag, &paths, &count), EXD_ERROR_IO);
    bench_close(&bench);
}
END_TEST

START_TEST(no_allocation_failure_leaves_a_trace)
{
    size_t failures = 0;
    make_folder("f");
    write_file("a.yaml", 200);
    write_file("f/b.yaml", 200);
    for (size_t fail_at = 0;; fail_at++) {
        struct bench bench;
        struct lines *lines = NULL;
        const char **paths = NULL;
        size_t count;
        bench_open(&bench, fail_at);
        exd_status status = file_list(&bench.arena, directory, &bench.limits, &bench.diag, &paths, &count);
        if (status == EXD_OK)
            status = file_read(&bench.arena, paths[1], &bench.limits, &bench.diag, &lines);
        bool refused = bench.list == NULL;
        bench_close(&bench);
        if (status == EXD_OK && !refused)
            break;
        ck_assert(refused || status == EXD_ERROR_MEMORY);
        failures++;
    }
    ck_assert_uint_gt(failures, 1);
}
END_TEST

Suite *file_suite(void)
{
    Suite *suite = suite_create("file");
    TCase *in_memory = tcase_create("in memory");
    unit_add_rows(in_memory, content_is_checked, contents);
    tcase_add_test(in_memory, lines_end_where_libyaml_ends_them);
    tcase_add_test(in_memory, place_of_a_byte_counts_characters);
    suite_add_tcase(suite, in_memory);
    TCase *on_disk = tcase_create("on disk");
    tcase_add_checked_fixture(on_disk, make_directory, remove_directory);
    tcase_add_test(on_disk, files_are_read_whole);
    tcase_add_test(on_disk, what_is_no_file_is_said);
    tcase_add_test(on_disk, what_never_ends_meets_the_limit);
    tcase_add_test(on_disk, pipe_is_read_to_its_end);
    tcase_add_test(on_disk, directory_is_listed_in_order);
    tcase_add_test(on_disk, directories_have_a_depth);
    tcase_add_test(on_disk, no_allocation_failure_leaves_a_trace);
    suite_add_tcase(suite, on_disk);
    return suite;
}
